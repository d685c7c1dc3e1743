# Still more awkward plans of our own, each with what has to come of it, written down before it was
# read: python make_worse.py DIRECTORY (python-docx, openpyxl).
import docx, json, os, sys, datetime
from docx.oxml.ns import qn
from docx.oxml import OxmlElement
import openpyxl
D=sys.argv[1]; os.makedirs(D,exist_ok=True)
def exp(name, acts, outcome='plan', **k):
    dirs=[]
    for a in acts:
        dn,dt,mn,mt,no,t,r,x,te,re_=a
        if not dirs or dirs[-1]['title']!=dt or dirs[-1]['number']!=dn: dirs.append({'number':dn,'title':dt,'measures':[]})
        ms=dirs[-1]['measures']
        if not ms or ms[-1]['title']!=mt or ms[-1]['number']!=mn: ms.append({'number':mn,'title':mt,'activities':[]})
        ms[-1]['activities'].append({'number':no,'title':t,'responsible_subject':r,'executors':x,'term':te,'result':re_})
    json.dump({'file':name,'outcome':outcome,'directions':dirs,**k},open(f'{D}/{name}.expect.json','w'),ensure_ascii=False,indent=1)
def A(dt,t,r,te,no=None,mt=None,x=None,res=None,dn=None,mn=None): return (dn,dt,mn,mt,no,t,r,x,te,res)
def table(d,rows):
    n=max(len(r) for r in rows); t=d.add_table(rows=0,cols=n); t.style='Table Grid'
    for r in rows:
        cells=t.add_row().cells
        for c,v in zip(cells,r): c.text=v
    return t
def span(t,r,a,b,text):
    c=t.rows[r].cells; x=c[a].merge(c[b]); x.text=text
def down(t,col,a,b,text):
    x=t.cell(a,col).merge(t.cell(b,col)); x.text=text
# 1 several matters in one cell, dates and people beside them (line by line; by blank lines)
d=docx.Document(); d.add_paragraph('План работы школы на сентябрь 2024 года')
table(d,[['№ пп','Содержание работы','Дата','Ответственные лица'],['I','1. Педагогический совет\n2. Совещание классных руководителей\n3. Проверка журналов','02.09\n05.09\n20.09','Директор\nЗУВР\nЗУВР'],['II','1. День знаний\n2. Рейд «Внешний вид»,\nпроверка учебников','02.09\n\n10.09','Педагог-организатор\n\nСоц. педагог']])
d.save(f'{D}/q01-several.docx')
exp('q01-several.docx',[A(None,'Педагогический совет','Директор','02.09','1.'),A(None,'Совещание классных руководителей','ЗУВР','05.09','2.'),A(None,'Проверка журналов','ЗУВР','20.09','3.'),A(None,'День знаний','Педагог-организатор','02.09','1.'),A(None,'Рейд «Внешний вид», проверка учебников','Соц. педагог','10.09','2.')],outcome='plan_or_ask')
# 2 the head of the last column is empty
d=docx.Document(); d.add_paragraph('План мероприятий МБУ «Дом культуры» на 2024 год')
table(d,[['№','Мероприятие','Срок','Ответственный',''],['1','Фестиваль','май 2024 г.','Методист','Афиша'],['2','Смотр хоров','июнь 2024 г.','Хормейстер','Протокол жюри'],['3','Отчёт','до 25 декабря 2024 г.','Директор','Справка']])
d.save(f'{D}/q02-no-last-head.docx')
exp('q02-no-last-head.docx',[A(None,'Фестиваль','Методист','май 2024 г.','1',res='Афиша'),A(None,'Смотр хоров','Хормейстер','июнь 2024 г.','2',res='Протокол жюри'),A(None,'Отчёт','Директор','до 25 декабря 2024 г.','3',res='Справка')],outcome='plan_or_ask')
# 3 CSV with hyphens of a narrow column beside genuine compounds
open(f'{D}/q03-hyphens.csv','w',encoding='utf-8').write('План мероприятий на 2024 год;;;\n№;Мероприятие;Срок;Ответственный\n1;"Открытие бизнес-\nинкубатора и мастер-\nклассы для школь-\nников";май 2024 г.;"Управ-\nление экономики"\n2;"Школа-\nинтернат: план-\nграфик закупок";июнь 2024 г.;Управление экономики\n3;Работа школьников;июль 2024 г.;Отдел\n')
exp('q03-hyphens.csv',[A(None,'Открытие бизнес-инкубатора и мастер-классы для школьников','Управление экономики','май 2024 г.','1'),A(None,'Школа-интернат: план-график закупок','Управление экономики','июнь 2024 г.','2'),A(None,'Работа школьников','Отдел','июль 2024 г.','3')])
# 4 months as columns of a merged first column, days bare, sections by quarter
d=docx.Document(); d.add_paragraph('Календарный план воспитательной работы на 2024/2025 учебный год')
t=table(d,[['Месяц','Дело','Дата','Класс','Ответственный'],['Сентябрь','Линейка','1','1-11','Завуч'],['','Поход','14-15','5-9','Классные руководители'],['Октябрь','День учителя','5','10-11','Совет старшеклассников'],['','Концерт','25','1-4','Музыкальный руководитель']])
down(t,0,1,2,'Сентябрь'); down(t,0,3,4,'Октябрь')
d.save(f'{D}/q04-month-merged.docx')
exp('q04-month-merged.docx',[A('Сентябрь','Линейка','Завуч','1'),A('Сентябрь','Поход','Классные руководители','14-15'),A('Октябрь','День учителя','Совет старшеклассников','5'),A('Октябрь','Концерт','Музыкальный руководитель','25')],windows={'Поход':['2024-09-14','2024-09-15'],'День учителя':['2024-10-05','2024-10-05']})
# 5 section: number | title over the rest; a note on editions; numbers jump
d=docx.Document(); d.add_paragraph('ПЛАН МЕРОПРИЯТИЙ'); d.add_paragraph('(в ред. распоряжения от 01.02.2024 № 15-р)')
t=table(d,[['N п/п','Мероприятие','Ответственные исполнители','Срок','Итоговый документ'],['1','2','3','4','5'],['I','Нормативное обеспечение','','',''],['1','Разработать порядок','Минобразования, Минкультуры','I квартал 2024 г.','Приказ'],['(п. 1 в ред. распоряжения от 01.02.2024 № 15-р)','','','',''],['II','Кадры','','',''],['3','Провести курсы','ИРО,\nшколы (по согласованию)','II - IV кварталы 2024 г.','Удостоверения'],['2. Утратил силу. - Распоряжение от 01.02.2024 № 15-р.','','','','']])
span(t,2,1,4,'Нормативное обеспечение'); span(t,5,1,4,'Кадры'); span(t,4,0,4,'(п. 1 в ред. распоряжения от 01.02.2024 № 15-р)'); span(t,7,0,4,'2. Утратил силу. - Распоряжение от 01.02.2024 № 15-р.')
d.save(f'{D}/q05-editions.docx')
exp('q05-editions.docx',[A('Нормативное обеспечение','Разработать порядок','Минобразования, Минкультуры','I квартал 2024 г.','1',res='Приказ',dn='I'),A('Кадры','Провести курсы','ИРО, школы (по согласованию)','II - IV кварталы 2024 г.','3',res='Удостоверения',dn='II')])
# 6 XLSX: two-row head with merges, start and end as typed dates, totals and a signature below
wb=openpyxl.Workbook(); ws=wb.active; ws.title='Лист1'
ws['A1']='Дорожная карта АНО «Сфера» на 2024 год'; ws.merge_cells('A1:F1')
for c,v in zip('ABCDEF',['№ п/п','Мероприятие','Срок','','Ответственный','Результат']): ws[c+'3']=v
ws['C4']='начало'; ws['D4']='окончание'
for m in ('A3:A4','B3:B4','C3:D3','E3:E4','F3:F4'): ws.merge_cells(m)
rows=[('1','Запуск',datetime.date(2024,2,1),datetime.date(2024,2,29),'Директор','Приказ'),('2','Обучение',datetime.date(2024,3,1),datetime.date(2024,5,31),'Методист','Группы')]
for i,r in enumerate(rows):
    for c,v in zip('ABCDEF',r):
        ws[f'{c}{5+i}']=v
        if isinstance(v,datetime.date): ws[f'{c}{5+i}'].number_format='DD.MM.YYYY'
ws['A7']='Итого: 2 мероприятия'; ws.merge_cells('A7:F7'); ws['B9']='Директор'; ws['E9']='И.И. Иванов'
wb.save(f'{D}/q06-typed-span.xlsx')
exp('q06-typed-span.xlsx',[A(None,'Запуск','Директор','01.02.2024 – 29.02.2024','1',res='Приказ'),A(None,'Обучение','Методист','01.03.2024 – 31.05.2024','2',res='Группы')],term_free=True,windows={'1':['2024-02-01','2024-02-29'],'2':['2024-03-01','2024-05-31']})
# 7 HTML saved by Word: spans, empty paragraphs, nested formatting, no tbody, sections in th
open(f'{D}/q07-word.html','w',encoding='cp1251').write('''<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta http-equiv=Content-Type content="text/html; charset=windows-1251"><style>td{mso-x:1}</style></head><body><p class=MsoTitle>План работы комиссии на 2024 год<o:p></o:p></p>
<table class=MsoNormalTable><tr><td><p><b>№<o:p></o:p></b></p></td><td><p><b>Вопрос</b></p></td><td><p><b>Срок рас&shy;смотрения</b></p></td><td><p><b>Докладчик, ответственный</b></p></td></tr>
<tr><th colspan=4>1 полугодие</th></tr>
<tr><td><p>1</p></td><td><p>О&nbsp;ходе подготовки</p><p>к&nbsp;зиме</p></td><td><p>15&nbsp;апреля 2024&nbsp;г.</p></td><td><p>Отдел ЖКХ</p></td></tr>
<tr><td>2<td>Об отдыхе детей<td>май 2024 г.<td>Отдел образования
<tr><th colspan=4>2 полугодие</th></tr>
<tr><td>3<td>Об итогах года<td>декабрь 2024 г.<td>Аппарат комиссии</table><p>Секретарь А.А. Петрова</body></html>''')
exp('q07-word.html',[A('1 полугодие','О ходе подготовки к зиме','Отдел ЖКХ','15 апреля 2024 г.','1'),A('1 полугодие','Об отдыхе детей','Отдел образования','май 2024 г.','2'),A('2 полугодие','Об итогах года','Аппарат комиссии','декабрь 2024 г.','3')])
# 8 TSV without a head, with a section line and a signature
open(f'{D}/q08-bare.tsv','w',encoding='utf-16').write('План на 2024 год\t\t\t\nРаздел 1. Учёба\t\t\t\n1\tКурсы\tмарт 2024 г.\tОтдел кадров\n2\tЭкзамен\tапрель 2024 г.\tКомиссия\nРаздел 2. Спорт\t\t\t\n3\tКросс\tмай 2024 г.\tСпортклуб\n')
exp('q08-bare.tsv',[A('Учёба','Курсы','Отдел кадров','март 2024 г.','1'),A('Учёба','Экзамен','Комиссия','апрель 2024 г.','2'),A('Спорт','Кросс','Спортклуб','май 2024 г.','3')],outcome='plan_or_ask')
# 9 three decimal levels as ordinary rows, the middle level with own dates
d=docx.Document(); d.add_paragraph('План реализации проекта на 2024 год')
table(d,[['№','Наименование','Срок','Ответственный'],['1','Подготовка','',''],['1.1','Документы','I квартал 2024 г.','Юрист'],['1.1.1','Собрать заявки','31.01.2024','Юрист'],['1.1.2','Подписать договоры','15.03.2024','Директор'],['1.2','Закупки','II квартал 2024 г.','Бухгалтер'],['1.2.1','Объявить торги','10.04.2024','Бухгалтер'],['2','Открытие','',''],['2.1','Праздник','июнь 2024 г.','Директор'],['2.1.1','Пригласить гостей','01.06.2024','Секретарь']])
d.save(f'{D}/q09-three-decimal.docx')
exp('q09-three-decimal.docx',[A('Подготовка','Собрать заявки','Юрист','31.01.2024','1.1.1',mt='Документы',dn='1',mn='1.1'),A('Подготовка','Подписать договоры','Директор','15.03.2024','1.1.2',mt='Документы',dn='1',mn='1.1'),A('Подготовка','Объявить торги','Бухгалтер','10.04.2024','1.2.1',mt='Закупки',dn='1',mn='1.2'),A('Открытие','Пригласить гостей','Секретарь','01.06.2024','2.1.1',mt='Праздник',dn='2',mn='2.1')])
# 10 the plan lies in one cell of a layout table, a second table of indicators follows
d=docx.Document(); o=d.add_table(rows=1,cols=1); c=o.rows[0].cells[0]; c.text='План профилактики на 2024 год'
t=c.add_table(rows=0,cols=4)
for r in [['№ п/п','Мероприятия','Сроки','Исполнители'],['1','Лекция','февраль 2024 г.','Фельдшер'],['2','Рейд','март 2024 г.','Инспектор ПДН']]:
    cells=t.add_row().cells
    for x,v in zip(cells,r): x.text=v
d.add_paragraph('Показатели'); table(d,[['Показатель','2023','2024'],['Охват, %','80','90']])
d.save(f'{D}/q10-in-layout.docx')
exp('q10-in-layout.docx',[A(None,'Лекция','Фельдшер','февраль 2024 г.','1'),A(None,'Рейд','Инспектор ПДН','март 2024 г.','2')])
# 11 Markdown with a section row and escaped bars
open(f'{D}/q11.md','w',encoding='utf-8').write('# План работы совета на 2024 год\n\n| № | Мероприятие | Ответственный | Срок |\n|:-:|---|---|--:|\n| **I. Заседания** | | | |\n| 1 | Отчёт \\| доклад | Председатель | до 1 марта 2024 г. |\n| 2 | Выборы | Секретарь<br>совета | 5 апреля 2024 г. |\n')
exp('q11.md',[A('Заседания','Отчёт | доклад','Председатель','до 1 марта 2024 г.','1',dn='I.'),A('Заседания','Выборы','Секретарь совета','5 апреля 2024 г.','2',dn='I.')])
# 12 a number and a title in one column, text numbers 1), a), continued by a page cut
d=docx.Document(); d.add_paragraph('План мероприятий на 2024 год')
table(d,[['Мероприятие','Срок','Ответственный'],['1) Подготовить положение о смотре и разослать его в школы','до 1 февраля 2024 г.','Методический каби-'],['города','','нет управления'],['2) Провести смотр','март 2024 г.','Школы'],['3) Подвести итоги','апрель 2024 г.','Управление']])
d.save(f'{D}/q12-number-in-title.docx')
exp('q12-number-in-title.docx',[A(None,'Подготовить положение о смотре и разослать его в школы города','Методический кабинет управления','до 1 февраля 2024 г.','1)'),A(None,'Провести смотр','Школы','март 2024 г.','2)'),A(None,'Подвести итоги','Управление','апрель 2024 г.','3)')],outcome='plan_or_ask')
# 13 a column of places and one of participants, deadline first, with hours
d=docx.Document(); d.add_paragraph('План основных мероприятий района на апрель 2024 года')
table(d,[['Дата, время','Мероприятие','Место проведения','Участники','Руководитель','Ответственное лицо'],['1.04.2024-20.04.2024','Месячник благоустройства','территория района','население','Глава района','Отдел ЖКХ'],['10.04.2024\n12:00','Приём граждан','администрация, каб. 5','граждане','Глава района','Приёмная']])
d.save(f'{D}/q13-deadline-first.docx')
exp('q13-deadline-first.docx',[A(None,'Месячник благоустройства',None,'1.04.2024-20.04.2024'),A(None,'Приём граждан',None,'10.04.2024 12:00')],windows={'Месячник благоустройства':['2024-04-01','2024-04-20'],'Приём граждан':['2024-04-10','2024-04-10']})
# 14 goals in section rows, «Цель: …» under a capital section, level words
d=docx.Document(); d.add_paragraph('Программа развития на 2024 – 2025 годы')
t=table(d,[['Мероприятия','Сроки','Ответственные'],['РАБОТА С КАДРАМИ\nЦель: - рост мастерства;\n- поддержка молодых','',''],['Семинары','ежеквартально','Методист'],['Задача 2. Материальная база','',''],['Ремонт зала','июль - август 2024','Завхоз']])
for r in (1,3): span(t,r,0,2,t.rows[r].cells[0].text)
d.save(f'{D}/q14-goals.docx')
exp('q14-goals.docx',[A('РАБОТА С КАДРАМИ','Семинары','Методист','ежеквартально'),A('Материальная база','Ремонт зала','Завхоз','июль - август 2024')])
# 15 one table a section, title of the section before each, heads repeated with other words
d=docx.Document(); d.add_paragraph('План работы библиотеки на 2024 год')
for name,rows in (('1. Массовая работа',[['1','Выставка','март 2024 г.','Библиотекарь'],['2','Встреча','апрель 2024 г.','Заведующая']]),('2. Комплектование',[['1','Заказ книг','май 2024 г.','Заведующая']])):
    d.add_paragraph(name); table(d,[['№','Мероприятие','Срок исполнения','Ответственный']]+rows)
d.save(f'{D}/q15-table-a-section.docx')
exp('q15-table-a-section.docx',[A('Массовая работа','Выставка','Библиотекарь','март 2024 г.','1',dn='1.'),A('Массовая работа','Встреча','Заведующая','апрель 2024 г.','2',dn='1.'),A('Комплектование','Заказ книг','Заведующая','май 2024 г.','1',dn='2.')])
# 16 an entirely foreign table: the plan is refused
d=docx.Document(); d.add_paragraph('Прайс-лист'); table(d,[['Товар','Цена'],['Стол','100'],['Стул','50']])
d.save(f'{D}/q16-price.docx')
exp('q16-price.docx',[],outcome='refuse')
