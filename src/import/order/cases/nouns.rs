//! Nouns that posts and bodies are called by, and their endings.

use super::Case;

/// Gender and number of a noun, which its adjectives follow.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in super::super) enum Number {
    /// One, masculine.
    Masculine,
    /// One, feminine.
    Feminine,
    /// One, neuter.
    Neuter,
    /// Several.
    Plural,
}

/// Endings of a sort of nouns: nominative, dative, accusative of one; the same of several.
struct Sort {
    number: Number,
    one: [&'static str; 3],
    several: [&'static str; 3],
    stems: &'static [&'static str],
}

const SORTS: &[Sort] = &[
    // Persons.
    Sort {
        number: Number::Masculine,
        one: ["", "у", "а"],
        several: ["ы", "ам", "ов"],
        stems: &[
            "министр",
            "ректор",
            "проректор",
            "координатор",
            "оператор",
            "куратор",
            "методист",
            "специалист",
            "бухгалтер",
            "инженер",
            "губернатор",
            "мэр",
            "префект",
            "логопед",
            "программист",
            "юрисконсульт",
            "тьютор",
            "модератор",
            "эксперт",
            "администратор",
            "президент",
            "статист",
            "экономист",
            "тренер",
            "субъект",
            "организатор",
            "консультант",
            "референт",
            "декан",
            "депутат",
            "юрист",
            "фельдшер",
            "комендант",
            "кассир",
            "лаборант",
            "редактор",
            "комиссар",
            "архитектор",
            "концертмейстер",
        ],
    },
    Sort {
        number: Number::Masculine,
        one: ["", "у", "а"],
        several: ["и", "ам", "ей"],
        stems: &["врач"],
    },
    Sort {
        number: Number::Masculine,
        one: ["", "у", "а"],
        several: ["а", "ам", "ов"],
        stems: &[
            "директор",
            "инспектор",
            "инструктор",
            "доктор",
            "завхоз",
            "мастер",
            "профессор",
        ],
    },
    Sort {
        number: Number::Masculine,
        one: ["", "у", "а"],
        several: ["и", "ам", "ов"],
        stems: &[
            "начальник",
            "педагог",
            "психолог",
            "работник",
            "сотрудник",
            "наставник",
            "советник",
            "предметник",
            "дефектолог",
            "участник",
            "социолог",
            "завуч",
            "технолог",
            "помощник",
            "выпускник",
            "художник",
            "худрук",
            "физрук",
        ],
    },
    Sort {
        number: Number::Masculine,
        one: ["ь", "ю", "я"],
        several: ["и", "ям", "ей"],
        stems: &[
            "руководител",
            "заместител",
            "председател",
            "воспитател",
            "представител",
            "исполнител",
            "секретар",
            "библиотекар",
            "родител",
            "делопроизводител",
            "преподавател",
            "пользовател",
            "учредител",
            "соисполнител",
            "водител",
        ],
    },
    Sort {
        number: Number::Masculine,
        one: ["ь", "ю", "я"],
        several: ["я", "ям", "ей"],
        stems: &["учител"],
    },
    Sort {
        number: Number::Masculine,
        one: ["", "у", "а"],
        several: ["ы", "ам", "ов"],
        stems: &["член"],
    },
    Sort {
        number: Number::Masculine,
        one: ["а", "е", "у"],
        several: ["ы", "ам", ""],
        stems: &["глав", "старост"],
    },
    Sort {
        number: Number::Masculine,
        one: ["ий", "ему", "его"],
        several: ["ие", "им", "их"],
        stems: &["заведующ", "исполняющ", "управляющ", "служащ"],
    },
    Sort {
        number: Number::Feminine,
        one: ["ая", "ей", "ую"],
        several: ["ие", "им", "их"],
        stems: &["заведующ", "исполняющ", "управляющ"],
    },
    Sort {
        number: Number::Feminine,
        one: ["а", "е", "у"],
        several: ["ы", "ам", "ёр"],
        stems: &["сестр", "медсестр"],
    },
    Sort {
        number: Number::Masculine,
        one: ["ый", "ому", "ого"],
        several: ["ые", "ым", "ых"],
        stems: &["ответственн", "уполномоченн", "вожат", "учен"],
    },
    // Bodies.
    Sort {
        number: Number::Masculine,
        one: ["", "у", ""],
        several: ["ы", "ам", "ы"],
        stems: &[
            "отдел",
            "кабинет",
            "департамент",
            "комитет",
            "центр",
            "институт",
            "университет",
            "техникум",
            "совет",
            "фонд",
            "орган",
            "корпус",
            "штаб",
            "оргкомитет",
            "факультет",
            "сектор",
            "союз",
            "сад",
            "регион",
            "муниципалитет",
            "округ",
            "район",
            "филиал",
            "диспансер",
            "интернат",
        ],
    },
    Sort {
        number: Number::Masculine,
        one: ["", "у", ""],
        several: ["и", "ам", "и"],
        stems: &["колледж", "технопарк"],
    },
    Sort {
        number: Number::Masculine,
        one: ["й", "ю", "й"],
        several: ["и", "ям", "и"],
        stems: &["лице", "музе"],
    },
    Sort {
        number: Number::Neuter,
        one: ["е", "ю", "е"],
        several: ["я", "ям", "я"],
        stems: &[
            "управлени",
            "учреждени",
            "объединени",
            "подразделени",
            "отделени",
            "предприяти",
            "образовани",
            "сообщени",
            "собрани",
            "поселени",
            "правлени",
        ],
    },
    Sort {
        number: Number::Neuter,
        one: ["о", "у", "о"],
        several: ["а", "ам", "а"],
        stems: &[
            "министерств",
            "агентств",
            "правительств",
            "обществ",
            "сообществ",
            "представительств",
            "товариществ",
            "руководств",
            "казначейств",
            "лиц",
            "хозяйств",
        ],
    },
    Sort {
        number: Number::Feminine,
        one: ["я", "и", "ю"],
        several: ["и", "ям", "и"],
        stems: &[
            "организаци",
            "администраци",
            "академи",
            "гимнази",
            "комисси",
            "бухгалтери",
            "лаборатори",
            "инспекци",
            "ассоциаци",
            "секци",
            "канцеляри",
            "коллеги",
            "федераци",
            "дирекци",
            "станци",
            "редакци",
            "полици",
            "мэри",
            "амбулатори",
            "компани",
        ],
    },
    Sort {
        number: Number::Feminine,
        one: ["а", "е", "у"],
        several: ["ы", "ам", "ы"],
        stems: &[
            "школ",
            "служб",
            "групп",
            "команд",
            "кафедр",
            "палат",
            "прокуратур",
            "дум",
            "бригад",
            "больниц",
            "префектур",
            "дружин",
        ],
    },
    Sort {
        number: Number::Feminine,
        one: ["а", "е", "у"],
        several: ["и", "ам", "и"],
        stems: &["площадк", "библиотек", "поликлиник"],
    },
];

/// A noun of the trade in the nominative, with its gender and number; `None` for any other word.
pub(in super::super) fn noun(word: &str, case: Case) -> Option<(String, Number)> {
    let lower = word.to_lowercase();
    let place = match case {
        Case::Nominative => 0,
        Case::Dative => 1,
        Case::Accusative => 2,
        Case::Instrumental => {
            let dative = super::dative_of(word);
            return (dative != word)
                .then(|| noun(&dative, Case::Dative))
                .flatten();
        }
    };
    for sort in SORTS {
        for stem in sort.stems {
            let Some(ending) = lower.strip_prefix(stem) else {
                continue;
            };
            let is = |endings: &[&str; 3]| endings.get(place).is_some_and(|own| *own == ending);
            if is(&sort.one) {
                return Some((format!("{stem}{}", sort.one.first()?), sort.number));
            }
            if is(&sort.several) {
                return Some((format!("{stem}{}", sort.several.first()?), Number::Plural));
            }
        }
    }
    None
}
