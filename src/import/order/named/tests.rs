use super::*;

#[test]
fn a_short_name_is_known_with_what_it_stands_for() {
    let text = "Определить учреждение «Академия» региональным оператором по проведению сессии (далее соответственно – Стратегическая сессия, региональный оператор). Предоставить в управление подготовки кадров (далее – управление);";
    let found = defined(text);
    let shorts: Vec<&str> = found.iter().map(|one| one.short.as_str()).collect();
    assert_eq!(
        shorts,
        [
            "Стратегическая сессия",
            "региональный оператор",
            "управление"
        ]
    );
    assert_eq!(found[2].full, "управление подготовки кадров");
    assert_eq!(
        roles(text, &found),
        [(
            "региональный оператор".to_owned(),
            "учреждение «Академия»".to_owned()
        )]
    );
}

#[test]
fn endings_do_not_matter() {
    assert_eq!(stem("Региональному"), stem("региональный"));
    assert_eq!(stem("оператору"), stem("оператор"));
    assert_eq!(stem("управлению"), stem("управление"));
    assert_eq!(stem("организациям"), stem("организации"));
}
