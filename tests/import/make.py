# Awkward plans of our own, each with what has to come of it: python make.py DIRECTORY
# (python-docx, openpyxl).
import docx, json, os, sys, zipfile, io, copy
from docx.oxml.ns import qn
from docx.oxml import OxmlElement
import openpyxl
from openpyxl.utils import get_column_letter
D=sys.argv[1]; os.makedirs(D,exist_ok=True)
def exp(name, acts, outcome='plan', **k):
    # acts: (dir_no, dir, meas_no, meas, no, title, resp, exec, term, result)
    dirs=[]
    for a in acts:
        dn,dt,mn,mt,no,t,r,x,te,re_=a
        if not dirs or dirs[-1]['title']!=dt or dirs[-1]['number']!=dn: dirs.append({'number':dn,'title':dt,'measures':[]})
        ms=dirs[-1]['measures']
        if not ms or ms[-1]['title']!=mt or ms[-1]['number']!=mn: ms.append({'number':mn,'title':mt,'activities':[]})
        ms[-1]['activities'].append({'number':no,'title':t,'responsible_subject':r,'executors':x,'term':te,'result':re_})
    json.dump({'file':name,'outcome':outcome,'directions':dirs,**k},open(f'{D}/{name}.expect.json','w'),ensure_ascii=False,indent=1)
def A(dt,t,r,te,no=None,mt=None,x=None,res=None,dn=None,mn=None): return (dn,dt,mn,mt,no,t,r,x,te,res)
def shade(cell,txt):
    cell.text=txt
def table(d,rows,widths=None):
    t=d.add_table(rows=0,cols=max(len(r) for r in rows)); t.style='Table Grid'
    for r in rows:
        cells=t.add_row().cells
        for c,v in zip(cells,r): c.text=v
    return t
def hmerge(t,r,a,b):
    c=t.rows[r].cells; x=c[a].merge(c[b]); 
    return x
# 1. page cut: activity cut in two by page break with number row, several tables (a table a page)
d=docx.Document(); d.add_paragraph('План мероприятий по развитию на 2024 год')
H=['№ п/п','Мероприятие','Срок','Ответственный','Результат']
t=table(d,[H,['1','2','3','4','5'],['Раздел I. Кадры']+['']*4,['1.','Провести анализ кадровой обеспеченности','Март 2024 г.','Отдел кадров','Справка'],['2.','Организовать повышение квалификации руководящих','Май 2024 г.','Институт развития образования, отдел','Приказ']])
hmerge(t,2,0,4); t.rows[2].cells[0].text='Раздел I. Кадры'
d.add_paragraph('')
t=table(d,[['1','2','3','4','5'],['','и педагогических работников','','кадров','об итогах'],['3.','Подготовить отчет','до 1 июня','Отдел кадров','Отчет'],['Раздел II. Финансы','','','',''],['4.','Утвердить смету','ежегодно, до 1 февраля','Бухгалтерия','Смета']])
hmerge(t,3,0,4); t.rows[3].cells[0].text='Раздел II. Финансы'
d.save(f'{D}/e1-cut.docx')
exp('e1-cut.docx',[A('Кадры','Провести анализ кадровой обеспеченности','Отдел кадров','Март 2024 г.','1.',res='Справка',dn='I'),A('Кадры','Организовать повышение квалификации руководящих и педагогических работников','Институт развития образования, отдел кадров','Май 2024 г.','2.',res='Приказ об итогах',dn='I'),A('Кадры','Подготовить отчет','Отдел кадров','до 1 июня','3.',res='Отчет',dn='I'),A('Финансы','Утвердить смету','Бухгалтерия','ежегодно, до 1 февраля','4.',res='Смета',dn='II')])
# 2. month tables with headings between, bare days
d=docx.Document(); d.add_paragraph('ПЛАН работы школы на 2019/20 учебный год')
a=[]
for m,rows in [('СЕНТЯБРЬ',[('1-10','День знаний','Директор'),('17','Педсовет','Завуч')]),('ОКТЯБРЬ',[('2-3','День учителя','Иванов И.И.'),('в теч. мес.','Рейд','Соц. педагог')])]:
    d.add_paragraph(m)
    table(d,[['№ п/п','Мероприятие','Дата','Место','Ответственный']]+[['',t,x,'Зал',r] for x,t,r in rows])
    a+=[A(m,t,r,x) for x,t,r in rows]
d.save(f'{D}/e2-months.docx'); exp('e2-months.docx',a,windows={'День знаний':['2019-09-01','2019-09-10'],'Педсовет':['2019-09-17','2019-09-17'],'День учителя':['2019-10-02','2019-10-03']})
# 3. month as section row
d=docx.Document(); d.add_paragraph('План мероприятий на 2020 год')
R=[['№ п/п','Мероприятие','Дата','Место','Ответственный'],['ЯНВАРЬ'],['','Турнир','1-10','Зал','Петров П.П.\nСидоров С.С.'],['','Сбор','17','Зал','Тренер'],['ФЕВРАЛЬ'],['','Кросс','2-3','Парк','Иванов И.И.']]
t=table(d,[r+['']*(5-len(r)) for r in R])
for i,r in enumerate(R):
    if len(r)==1: hmerge(t,i,0,4); t.rows[i].cells[0].text=r[0]
d.save(f'{D}/e3-month-rows.docx'); exp('e3-month-rows.docx',[A('ЯНВАРЬ','Турнир','Петров П.П. Сидоров С.С.','1-10'),A('ЯНВАРЬ','Сбор','Тренер','17'),A('ФЕВРАЛЬ','Кросс','Иванов И.И.','2-3')],windows={'Турнир':['2020-01-01','2020-01-10'],'Сбор':['2020-01-17','2020-01-17']})
# 4. tracked changes
d=docx.Document(); d.add_paragraph('План на 2024 год')
t=table(d,[['№','Мероприятие','Срок','Ответственный'],['1','Старое','Май 2024 г.','Отдел'],['2','Удаленное','Июнь 2024 г.','Отдел'],['3','Другое','Июль 2024 г.','Отдел']])
def ins(p,txt,tag):
    e=OxmlElement(tag); e.set(qn('w:id'),'1'); e.set(qn('w:author'),'x'); r=OxmlElement('w:r'); tt=OxmlElement('w:t' if tag=='w:ins' else 'w:delText'); tt.text=txt; r.append(tt); e.append(r); p._p.append(e)
p=t.rows[1].cells[1].paragraphs[0]
for r in list(p.runs): r._r.getparent().remove(r._r)
ins(p,'Старое','w:del'); ins(p,'Новое дело','w:ins')
trPr=t.rows[2]._tr.get_or_add_trPr(); de=OxmlElement('w:del'); de.set(qn('w:id'),'5'); trPr.append(de)
d.save(f'{D}/e4-tracked.docx'); exp('e4-tracked.docx',[A(None,'Новое дело','Отдел','Май 2024 г.','1'),A(None,'Другое','Отдел','Июль 2024 г.','3')])
# 5. merged stage column, unnumbered activities, no responsible head but posts
d=docx.Document(); d.add_paragraph('Дорожная карта на 2022-2023 годы')
R=[['№','Наименование этапа','Мероприятия','Содержание деятельности','Сроки','Ответственные'],['1','Подготовительный','Создание условий','Приказ о внедрении','Сентябрь 2022','Директор'],['','','Подбор пар','Анкетирование','Октябрь 2022','Завуч'],['2','Основной','Работа пар','Занятия','Ноябрь 2022','Педагоги'],['','','Итоги','Отчет','Май 2023','Директор']]
t=table(d,R)
for c in (0,1):
    t.cell(1,c).merge(t.cell(2,c)); t.cell(3,c).merge(t.cell(4,c))
    for rr in (1,3):
        t.cell(rr,c).text=R[rr][c]
d.save(f'{D}/e5-stage.docx'); exp('e5-stage.docx',[A('Подготовительный','Создание условий','Директор','Сентябрь 2022',dn='1'),A('Подготовительный','Подбор пар','Завуч','Октябрь 2022',dn='1'),A('Основной','Работа пар','Педагоги','Ноябрь 2022',dn='2'),A('Основной','Итоги','Директор','Май 2023',dn='2')])
# 6. xlsx with number damage
wb=openpyxl.Workbook(); ws=wb.active; ws.title='План'
import datetime
ws.append(['План мероприятий на 2024 год']); ws.append([])
ws.append(['№ п/п','Мероприятие','Срок','Ответственный'])
ws.append(['1','Организация','','']); ws.merge_cells('B4:D4')
ws.append([1.1,'Первое',datetime.date(2024,3,1),'Отдел'])
ws.append([datetime.datetime(2024,2,1),'Второе',datetime.datetime(2024,4,1),'Отдел'])
ws['A6'].number_format='d mmm'; ws['C6'].number_format='mmmm yyyy'; ws['C5'].number_format='dd.mm.yyyy'
for i in range(3,10): ws.append([float(f'1.{i}'),f'Дело {i}','Май 2024 г.','Отдел'])
ws.append([1.1,'Дело 10','Июнь 2024 г.','Отдел'])
ws.append([1.11,'Дело 11','Июнь 2024 г.','Отдел'])
ws.row_dimensions[9].hidden=True
ws.append([]); ws.append(['','Директор','','И.И. Иванов'])
ws.append(['Исполнитель: Петрова, тел. 123'])
ws2=wb.create_sheet('Старый'); ws2.sheet_state='hidden'; ws2.append(['№','Мероприятие','Срок','Ответственный']); ws2.append([1,'Черновик','Май','Отдел'])
wb.save(f'{D}/e6-numbers.xlsx')
exp('e6-numbers.xlsx',[A('Организация','Первое','Отдел','01.03.2024','1.1',dn='1'),A('Организация','Второе','Отдел','Апрель 2024','1.2',dn='1')]+[A('Организация',f'Дело {i}','Отдел','Май 2024 г.',f'1.{i}',dn='1') for i in range(3,10) if i!=5]+[A('Организация','Дело 10','Отдел','Июнь 2024 г.','1.10',dn='1'),A('Организация','Дело 11','Отдел','Июнь 2024 г.','1.11',dn='1')])
# 7. head in own table, data table begins with number row
d=docx.Document(); d.add_paragraph('План на 2024 год')
table(d,[['№','Функция','Мероприятия','Срок','Должность ответственного']])
d.add_paragraph('')
table(d,[['1','2','3','4','5'],['1.','Закупки','Проверка заявок','ежегодно','Директор'],['2.','Кадры','Проверка дел','постоянно','Завуч']])
d.save(f'{D}/e7-head-apart.docx'); exp('e7-head-apart.docx',[A(None,'Проверка заявок','Директор','ежегодно','1.'),A(None,'Проверка дел','Завуч','постоянно','2.')])
# 8. html with OL numbers, day sections
open(f'{D}/e8-days.html','w',encoding='cp1251').write('''<html><head><meta charset=windows-1251></head><body><table><tr><td>СОГЛАСОВАНО</td><td>УТВЕРЖДАЮ</td></tr></table><p>План проведения сбора<table border=1><tr><th>№ п/п<th>Мероприятие<th>Время<th>Место<th>Ответственный исполнитель<th>Отметка о выполнении
<tr><td colspan=6>26 августа 2020 г. Учебно-методический сбор
<tr><td><ol><li></li></ol><td>Открытие сбора<td>14.00-14.10<td>Зал<td>Полковник<br>Иванов И.И.<td>
<tr><td><OL START=2><LI></OL><td>Доклад<sup>1</sup><td>14.10-15.00<td>Зал<td>Майор<br>Петров П.П.<td>
<tr><td colspan=6>27 августа 2020 г.
<tr><td><OL START=3><LI></OL><td>Закрытие<td>10.00<td>Зал<td>Полковник Иванов И.И.<td>
</table><table><tr><td>Начальник<td>Сидоров</table></body></html>''')
exp('e8-days.html',[A('26 августа 2020 г. Учебно-методический сбор','Открытие сбора','Полковник Иванов И.И.','14.00-14.10','1.'),A('26 августа 2020 г. Учебно-методический сбор','Доклад','Майор Петров П.П.','14.10-15.00','2.'),A('27 августа 2020 г.','Закрытие','Полковник Иванов И.И.','10.00','3.')],windows={'Доклад':['2020-08-26','2020-08-26'],'Закрытие':['2020-08-27','2020-08-27']})
# 9. n4 as csv (unmerged), keyword sections numbered
open(f'{D}/e9-running.csv','w',encoding='utf-8-sig').write('Номер строки,Наименование мероприятия,Срок реализации,Ответственные исполнители\n1.,"Раздел 1. Нормативное, правовое",,\n2.,Дело раз,до 1 июня 2024 года,"Минобр, центр"\n3.,Раздел 2. Кадры,,\n4.,Дело два,ежеквартально,Центр\n')
exp('e9-running.csv',[A('Нормативное, правовое','Дело раз','Минобр, центр','до 1 июня 2024 года','2.',dn='1'),A('Кадры','Дело два','Центр','ежеквартально','4.',dn='2')])
# 10. headless pasted text
open(f'{D}/e10-headless.txt','w').write('1\tПровести конкурс чтецов среди школ\tМай 2024 г.\tМетодический отдел\n2\tПодготовить отчет о конкурсе\tдо 1 июня 2024 г.\tДиректор\n3\tОпубликовать итоги на сайте\tИюнь 2024 г.\tОтдел информации\n')
exp('e10-headless.txt',[A(None,'Провести конкурс чтецов среди школ','Методический отдел','Май 2024 г.','1'),A(None,'Подготовить отчет о конкурсе','Директор','до 1 июня 2024 г.','2'),A(None,'Опубликовать итоги на сайте','Отдел информации','Июнь 2024 г.','3')])
# 11. markdown
open(f'{D}/e11.md','w').write('# План на 2024 год\n\n| № | Мероприятие | Срок | Ответственный |\n|---|---|---|---|\n| **1. Организация** | | | |\n| 1.1 | Дело | Май 2024 г. | Отдел<br>Директор |\n| **2. Кадры** | | | |\n| 2.1 | Учёба | Июнь 2024 г. | Отдел |\n')
exp('e11.md',[A('Организация','Дело','Отдел Директор','Май 2024 г.','1.1',dn='1.'),A('Кадры','Учёба','Отдел','Июнь 2024 г.','2.1',dn='2.')])
# 12. deadline first, two people columns
d=docx.Document(); d.add_paragraph('План на апрель 2018 года')
table(d,[['Дата, время','Мероприятие','Место проведения','Руководитель','Ответственное лицо'],['1.04.2018-20.04.2018','Месячник','Станица','Глава','Иванов И.И.'],['10.04.2018\n12:00','Совет','Зал','Глава','Петров П.П.']])
d.save(f'{D}/e12-first.docx'); exp('e12-first.docx',[A(None,'Месячник','Иванов И.И.','1.04.2018-20.04.2018',x='Глава'),A(None,'Совет','Петров П.П.','10.04.2018 12:00',x='Глава')])
# 13. number glued, sections with number inside, title numbers inside, no number column
d=docx.Document(); d.add_paragraph('План на 2024/2025 учебный год')
R=[['Модуль','Модуль','Курсы','Сроки','Ответственные'],['1.Образовательная деятельность']+['']*4,['День знаний','День знаний','1-4','02.10.2024','Зам. директора'],['Олимпиада','Олимпиада','2','осень','Педагоги'],['3. Наставничество']+['']*4,['Встреча','Встреча','1','апрель','Куратор']]
t=table(d,R)
for i in range(len(R)):
    if R[i][1]=='': hmerge(t,i,0,4); t.rows[i].cells[0].text=R[i][0]
    else: hmerge(t,i,0,1); t.rows[i].cells[0].text=R[i][0]
d.save(f'{D}/e13-glued.docx'); exp('e13-glued.docx',[A('Образовательная деятельность','День знаний','Зам. директора','02.10.2024',dn='1.'),A('Образовательная деятельность','Олимпиада','Педагоги','осень',dn='1.'),A('Наставничество','Встреча','Куратор','апрель',dn='3.')])
# 14. edition notes, roman sections, blank responsible
d=docx.Document(); d.add_paragraph('ПЛАН мероприятий на 2022 – 2024 годы'); d.add_paragraph('(в ред. распоряжения от 01.02.2023 № 5-р)')
R=[['','Мероприятие','Срок реализации','Ответственные исполнители','Итоговый документ'],['I. Развитие']+['']*4,['1.','Дело один','IV квартал','Росстат,\nМинтруд','доклад'],['(Позиция в редакции, введенной в действие распоряжением от 01.02.2023 № 5-р)']+['']*4,['2.','Дело два','I квартал 2023 г.','','приказ'],['III. Кадры']+['']*4,['3.','Дело три','ежегодно','Минтруд','доклад']]
t=table(d,R)
for i in range(len(R)):
    if i and R[i][1]=='': hmerge(t,i,0,4); t.rows[i].cells[0].text=R[i][0]
d.save(f'{D}/e14-editions.docx'); exp('e14-editions.docx',[A('Развитие','Дело один','Росстат, Минтруд','IV квартал','1.',res='доклад',dn='I.'),A('Развитие','Дело два','','I квартал 2023 г.','2.',res='приказ',dn='I.'),A('Кадры','Дело три','Минтруд','ежегодно','3.',res='доклад',dn='III.')])
# 15. drawn table
open(f'{D}/e15-drawn.txt','w',encoding='cp866').write('''                  ПЛАН МЕРОПРИЯТИЙ НА 2012 ГОД

┌────┬──────────────────┬────────────┬───────────────────────┬──────────┐
│ N  │  Мероприятие     │    Срок    │ Объем финансирования  │ Исполни- │
│п/п │                  │ исполнения ├───────┬───────┬───────┤ тель     │
│    │                  │            │ всего │ 2011  │ 2012  │          │
├────┼──────────────────┼────────────┼───────┼───────┼───────┼──────────┤
│ 1  │        2         │     3      │   4   │   5   │   6   │    7     │
├────┴──────────────────┴────────────┴───────┴───────┴───────┴──────────┤
│ I. Организационные мероприятия                                        │
├────┬──────────────────┬────────────┬───────┬───────┬───────┬──────────┤
│ 1. │ Разработка регла-│ I квартал  │ 10,0  │ 5,0   │ 5,0   │ Мини-    │
│    │ мента работы     │ 2012 года  │       │       │       │ стерство │
├────┼──────────────────┼────────────┼───────┼───────┼───────┼──────────┤
│ 2. │ Отчет            │ ежегодно   │ -     │ -     │ -     │ Комитет  │
└────┴──────────────────┴────────────┴───────┴───────┴───────┴──────────┘
''')
exp('e15-drawn.txt',[A('Организационные мероприятия','Разработка регламента работы','Министерство','I квартал 2012 года','1.',dn='I.'),A('Организационные мероприятия','Отчет','Комитет','ежегодно','2.',dn='I.')])
# 16 nested: whole plan in a layout table; hidden text; footnote by superscript
d=docx.Document(); o=d.add_table(rows=1,cols=1); c=o.rows[0].cells[0]; c.text='План на 2024 год'
t=c.add_table(rows=0,cols=4)
for r in [['№','Мероприятие','Срок','Ответственный'],['1','Дело','Май 2024 г.','Отдел'],['2','Дело второе','Июнь 2024 г.','Отдел']]:
    cells=t.add_row().cells
    for x,v in zip(cells,r): x.text=v
run=t.rows[1].cells[1].paragraphs[0].add_run('1'); run.font.superscript=True
run=t.rows[2].cells[1].paragraphs[0].add_run(' скрыто'); run.font.hidden=True
d.save(f'{D}/e16-nested.docx'); exp('e16-nested.docx',[A(None,'Дело','Отдел','Май 2024 г.','1'),A(None,'Дело второе','Отдел','Июнь 2024 г.','2')])
# 17 utf-16 unicode text of Excel with quotes
open(f'{D}/e17-unicode.txt','wb').write(b'\xff\xfe'+'План\t\t\t\r\n\t\t\t\r\n№ п/п\tМероприятие\tСрок\tОтветственный\r\n1\t"Провести ""круглый стол"""\t"Май\n2024 г."\tОтдел\r\n2\tДело\tИюнь 2024 г.\tОтдел\r\n'.encode('utf-16-le'))
exp('e17-unicode.txt',[A(None,'Провести "круглый стол"','Отдел','Май 2024 г.','1'),A(None,'Дело','Отдел','Июнь 2024 г.','2')])
# 18 xlsx sheets by month
wb=openpyxl.Workbook(); wb.remove(wb.active); a=[]
for m in ('Январь','Февраль'):
    ws=wb.create_sheet(m); ws.append(['№','Мероприятие','Дата','Ответственный'])
    for i in (1,2): ws.append([i,f'Дело {m} {i}',f'{i+4}-{i+6}','Отдел']); a.append(A(m,f'Дело {m} {i}','Отдел',f'{i+4}-{i+6}',str(i)))
wb.save(f'{D}/e18-sheets.xlsx'); exp('e18-sheets.xlsx',a)
# 19 gridBefore / short rows docx, vertical merge of term and responsible over rows
d=docx.Document(); d.add_paragraph('План на 2024 год')
R=[['№','Мероприятие','Срок','Ответственный'],['1','Дело А','Май 2024 г.','Отдел'],['2','Дело Б','',''],['3','Дело В','Июнь 2024 г.','Центр']]
t=table(d,R); 
for c in (2,3):
    t.cell(1,c).merge(t.cell(2,c)); t.cell(1,c).text=R[1][c]
d.save(f'{D}/e19-vmerge.docx'); exp('e19-vmerge.docx',[A(None,'Дело А','Отдел','Май 2024 г.','1'),A(None,'Дело Б','Отдел','Май 2024 г.','2'),A(None,'Дело В','Центр','Июнь 2024 г.','3')])
# 20 three levels: sections two kinds: roman over all, then decimal sub-sections then activities
d=docx.Document(); d.add_paragraph('План на 2024 год')
R=[['№','Мероприятие','Срок','Ответственный'],['Раздел I. Первый','','',''],['1. Подраздел один','','',''],['1.1','Дело','Май 2024 г.','Отдел'],['2. Подраздел два','','',''],['2.1','Дело 2','Май 2024 г.','Отдел'],['Раздел II. Второй','','',''],['3. Подраздел три','','',''],['3.1','Дело 3','Май 2024 г.','Отдел']]
t=table(d,R)
for i in range(len(R)):
    if i and R[i][1]=='': hmerge(t,i,0,3); t.rows[i].cells[0].text=R[i][0]
d.save(f'{D}/e20-three.docx'); exp('e20-three.docx',[A('Первый','Дело','Отдел','Май 2024 г.','1.1',mt='Подраздел один',dn='I',mn='1.'),A('Первый','Дело 2','Отдел','Май 2024 г.','2.1',mt='Подраздел два',dn='I',mn='2.'),A('Второй','Дело 3','Отдел','Май 2024 г.','3.1',mt='Подраздел три',dn='II',mn='3.')])

def sect(t,i,txt,n):
    hmerge(t,i,0,n-1); t.rows[i].cells[0].text=txt
def build(d,rows):
    n=max(len(r) for r in rows)
    t=table(d,[list(r)+['']*(n-len(r)) for r in rows])
    for i,r in enumerate(rows):
        if len(r)==1: sect(t,i,r[0],n)
    return t
# f1 xlsx programme form
wb=openpyxl.Workbook(); ws=wb.active; ws.title='Лист1'
ws['A1']='План реализации государственной программы на 2013 - 2020 годы'; ws.merge_cells('A1:G1')
for c,v in zip('ABCDFG',['№ п/п','Номер и наименование основного мероприятия','Ответственный исполнитель','Срок','Ожидаемый непосредственный результат','Связь с показателями']): ws[c+'3']=v
ws['D4']='начала реализации'; ws['E4']='окончания реализации'; ws.merge_cells('D3:E3')
for c in 'ABCFG': ws.merge_cells(f'{c}3:{c}4')
for i,c in enumerate('ABCDEFG'): ws[c+'5']=i+1
ws['A6']='Подпрограмма «Развитие растениеводства»'; ws.merge_cells('A6:G6')
for r,row in enumerate([(1,'Основное мероприятие 1 "Элитное семеноводство"','Департамент','2013 г.','2020 г.','Рост','1.1'),(2,'Основное мероприятие 2 "Плодородие"','Департамент','2014 г.','2016 г.','Рост 2','1.2')]):
    for c,v in zip('ABCDEFG',row): ws[f'{c}{7+r}']=v
wb.save(f'{D}/f1.xlsx'); exp('f1.xlsx',[A('Подпрограмма «Развитие растениеводства»','Основное мероприятие 1 "Элитное семеноводство"','Департамент','2013 г. – 2020 г.','1',res='Рост'),A('Подпрограмма «Развитие растениеводства»','Основное мероприятие 2 "Плодородие"','Департамент','2014 г. – 2016 г.','2',res='Рост 2')])
# f2 section as ordinary numbered row, unmerged; dots come and go
d=docx.Document(); d.add_paragraph('Дорожная карта на 2023 год')
build(d,[['№ п/п','Мероприятие','Срок реализации','Ответственный исполнитель','Результат. Вид документа'],['1','2','3','4','5'],['1.','Организационно-управленческие мероприятия','','',''],['1.1','Создание рабочей группы','Август 2023','Директор','Приказ'],['1.2.','Разработка положения:\n- о наставничестве;\n- о паре','Сентябрь 2023','Замдиректора','Положение'],['2','Методические мероприятия','','',''],['2.1.','Семинар','Октябрь 2023','Методист','Программа']])
d.save(f'{D}/f2.docx'); exp('f2.docx',[A('Организационно-управленческие мероприятия','Создание рабочей группы','Директор','Август 2023','1.1',res='Приказ',dn='1.'),A('Организационно-управленческие мероприятия','Разработка положения: - о наставничестве; - о паре','Замдиректора','Сентябрь 2023','1.2.',res='Положение',dn='1.'),A('Методические мероприятия','Семинар','Методист','Октябрь 2023','2.1.',res='Программа',dn='2')])
# f3 indicators table first, approval tables, then plan, then signature table
d=docx.Document(); table(d,[['СОГЛАСОВАНО\nНачальник','УТВЕРЖДАЮ\nДиректор']]); d.add_paragraph('Показатели'); table(d,[['№','Показатель','Единица измерения','Значение'],['1','Доля педагогов','%','20'],['2','Доля школ','%','30']]); d.add_paragraph('ПЛАН мероприятий на 2024 год')
build(d,[['N','Мероприятие','Срок исполнения','Ответственный исполнитель'],['I. Организационные'],['1.','Анализ (далее - УВПК)','Ежеквартально, за I квартал - до 10 апреля','Управление'],['2.','Отчет','до 1 декабря',''],['II. Кадровые'],['3.','Обучение','февраль 2024 года','Отдел кадров, бухгалтерия']])
d.add_paragraph(''); table(d,[['Директор','','И.И. Иванов'],['Исполнитель','','Петрова']])
d.save(f'{D}/f3.docx'); exp('f3.docx',[A('Организационные','Анализ (далее - УВПК)','Управление','Ежеквартально, за I квартал - до 10 апреля','1.',dn='I.'),A('Организационные','Отчет','','до 1 декабря','2.',dn='I.'),A('Кадровые','Обучение','Отдел кадров, бухгалтерия','февраль 2024 года','3.',dn='II.')])
# f4 no number column, numbers in titles by typed text, letters
d=docx.Document(); d.add_paragraph('План на 2024 год')
build(d,[['Мероприятия','Срок','Ответственный'],['РАБОТА С КАДРАМИ\nЦель: - повышение квалификации'],['1. Провести анализ','май','Директор'],['2. Обновить планы','июнь','Завуч'],['РАБОТА С РОДИТЕЛЯМИ'],['1. Собрание','сентябрь','Классные руководители']])
d.save(f'{D}/f4.docx'); exp('f4.docx',[A('РАБОТА С КАДРАМИ','Провести анализ','Директор','май','1.'),A('РАБОТА С КАДРАМИ','Обновить планы','Завуч','июнь','2.'),A('РАБОТА С РОДИТЕЛЯМИ','Собрание','Классные руководители','сентябрь','1.')])
# f5 html layout table + nested plan + rowspans
open(f'{D}/f5.html','w').write("""<!DOCTYPE html><html><head><meta charset="utf-8"><style>td{x:y}</style><script>var a='<table><td>';</script></head><body><table width=100%><tr><td>меню<br>сайта</td><td><h2>План работы на 2024 год</h2><div><table><thead><tr><th rowspan=2>№</th><th rowspan=2>Мероприятие</th><th colspan=2>Сроки</th><th rowspan=2>Ответственные</th></tr><tr><th>начало</th><th>окончание</th></tr></thead><tr><td colspan=5 align=center><b>Раздел 1. Учёба</b></td></tr><tr><td>1.</td><td>Курсы &laquo;Рост&raquo;</td><td>01.02.2024</td><td>31.03.2024</td><td rowspan=2>Отдел</td></tr><tr><td>2.</td><td>Семинар</td><td>-</td><td>15.04.2024</td></tr></table></div></td></tr></table><p>© сайт</body></html>""")
exp('f5.html',[A('Учёба','Курсы «Рост»','Отдел','01.02.2024 – 31.03.2024','1.',dn='1'),A('Учёба','Семинар','Отдел','до 15.04.2024','2.',dn='1')],term_free=True,windows={'Курсы «Рост»':['2024-02-01','2024-03-31'],'Семинар':[None,'2024-04-15']})
# f6 csv koi8-r, f7 utf-8 ; with empty columns and blank lines and totals
open(f'{D}/f6.csv','w',encoding='koi8-r').write('N п/п;Содержание работы;Сроки;Ответственные\n1;Проведение педагогических советов;сентябрь, январь;Директор школы\n2;Проверка документации;ежемесячно;Заместитель директора\n3;Отчет о работе;май;Директор школы\n')
exp('f6.csv',[A(None,'Проведение педагогических советов','Директор школы','сентябрь, январь','1'),A(None,'Проверка документации','Заместитель директора','ежемесячно','2'),A(None,'Отчет о работе','Директор школы','май','3')])
open(f'{D}/f7.csv','w').write('План на 2024 год;;;;;\n;;;;;\n№;Мероприятие;;Срок;Исполнитель;Сумма, тыс. руб.\n;Раздел А;;;;\n01.янв;Дело один;;май 2024;Отдел;10\n01.фев;Дело два;;июнь 2024;Отдел;20\n;ИТОГО;;;;30\n\n;Раздел Б;;;;\n02.янв;Дело три;;июль 2024;Отдел;5\n\nДиректор;;;;И.И. Иванов;\n')
exp('f7.csv',[A('Раздел А','Дело один','Отдел','май 2024','1.1'),A('Раздел А','Дело два','Отдел','июнь 2024','1.2'),A('Раздел Б','Дело три','Отдел','июль 2024','2.1')])
# f8 auto multi-level numbering via numbering.xml in title cells
d=docx.Document(); d.add_paragraph('План на 2024 год')
from docx.oxml import parse_xml
num=d.part.numbering_part._element
ab=parse_xml('<w:abstractNum xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" w:abstractNumId="77"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:isLgl/><w:lvlText w:val="%1.%2."/></w:lvl></w:abstractNum>')
num.insert(0,ab); num.append(parse_xml('<w:num xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" w:numId="77"><w:abstractNumId w:val="77"/></w:num>'))
t=build(d,[['Мероприятие','Срок','Ответственный'],['Организация'],['Дело','май','Отдел'],['Дело 2','июнь','Отдел'],['Кадры'],['Дело 3','июль','Отдел']])
for i,l in ((1,0),(2,1),(3,1),(4,0),(5,1)):
    p=t.rows[i].cells[0].paragraphs[0]; pPr=p._p.get_or_add_pPr(); pPr.append(parse_xml(f'<w:numPr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:ilvl w:val="{l}"/><w:numId w:val="77"/></w:numPr>'))
d.save(f'{D}/f8.docx'); exp('f8.docx',[A('Организация','Дело','Отдел','май','1.1.',dn='I.'),A('Организация','Дело 2','Отдел','июнь','1.2.',dn='I.'),A('Кадры','Дело 3','Отдел','июль','2.1.',dn='II.')])
# f9 many tables with titles, head repeated and page numbers between
d=docx.Document(); d.add_paragraph('ПЛАН работы на 2024 год'); H=['№','Мероприятие','Срок','Ответственный']
build(d,[H,['1','2','3','4'],['1.','Дело 1','май','Отдел'],['2.','Дело 2, которое необходимо прове-','июнь','Отдел'] ]); d.add_paragraph('2')
build(d,[H,['1','2','3','4'],['','сти до лета','',''],['3.','Дело 3','июль','Центр']]); d.add_paragraph('Продолжение таблицы')
build(d,[['1','2','3','4'],['4.','Дело 4','август','Центр']])
d.save(f'{D}/f9.docx'); exp('f9.docx',[A(None,'Дело 1','Отдел','май','1.'),A(None,'Дело 2, которое необходимо провести до лета','Отдел','июнь','2.'),A(None,'Дело 3','Центр','июль','3.'),A(None,'Дело 4','Центр','август','4.')])
# f10 content controls around rows, cells
d=docx.Document(); d.add_paragraph('План на 2024 год')
t=build(d,[H,['1','Дело','май','Отдел'],['2','Другое','июнь','Центр']])
W='http://schemas.openxmlformats.org/wordprocessingml/2006/main'
tr=t.rows[1]._tr; sdt=parse_xml(f'<w:sdt xmlns:w="{W}"><w:sdtPr/><w:sdtContent/></w:sdt>'); tr.addprevious(sdt); sdt[1].append(tr)
tc=t._tbl.findall('.//'+qn('w:tr'))[2].findall(qn('w:tc'))[1]; sdt=parse_xml(f'<w:sdt xmlns:w="{W}"><w:sdtPr/><w:sdtContent/></w:sdt>'); tc.addprevious(sdt); sdt[1].append(tc)
d.save(f'{D}/f10.docx'); exp('f10.docx',[A(None,'Дело','Отдел','май','1'),A(None,'Другое','Центр','июнь','2')])
# f11 sections in XLSX in the title column merged, roman; hidden rows; merged number+title
wb=openpyxl.Workbook(); ws=wb.active
ws.append(['Утверждаю','','','']); ws.append(['Директор ________ Иванов','','','']); ws.append(['План мероприятий на 2024 год'])
ws.append(['№ п/п','Мероприятия','Сроки','Ответственные']); ws.append(['I','Общие вопросы']); ws.merge_cells('B5:D5'); ws.append([1,'Дело','Май','Отдел']); ws.append([2,'Скрытое','Май','Отдел']); ws.row_dimensions[7].hidden=True; ws.append([3,'Дело 3','Июнь','Отдел']); ws.append(['II','Кадры']); ws.merge_cells('B9:D9'); ws.append([4,'Дело 4','Июль','Отдел']); ws.append(['Всего: 4'])
wb.save(f'{D}/f11.xlsx'); exp('f11.xlsx',[A('Общие вопросы','Дело','Отдел','Май','1',dn='I'),A('Общие вопросы','Дело 3','Отдел','Июнь','3',dn='I'),A('Кадры','Дело 4','Отдел','Июль','4',dn='II')])
# f12 sub-activities by letters
d=docx.Document(); d.add_paragraph('План на 2024 год')
build(d,[H,['1.','Организовать работу:','',''],['а)','с кадрами','май','Отдел кадров'],['б)','с обращениями','июнь','Канцелярия'],['2.','Отчет','июль','Отдел']])
d.save(f'{D}/f12.docx'); exp('f12.docx',[A('Организовать работу:','с кадрами','Отдел кадров','май','а)',dn='1.'),A('Организовать работу:','с обращениями','Канцелярия','июнь','б)',dn='1.'),A(None,'Отчет','Отдел','июль','2.')])
# f13 no responsibles at all, content column
open(f'{D}/f13.html','w').write('<table><tr><td>№<td>Мероприятие<td>Содержание<td>Период проведения<tr><td colspan=4>II. Организация участия<tr><td>1<td>Конкурс<td>20 статей<td>15.02.2021 – 10.04.2021<tr><td>2<td>Форум<td>доклады<td>сентябрь 2020 г.<tr><td colspan=4>IV. Издание<tr><td>3<td>Сборник<td>100 экз.<td>декабрь 2021 г.</table>')
exp('f13.html',[A('Организация участия','Конкурс',None,'15.02.2021 – 10.04.2021','1',dn='II.'),A('Организация участия','Форум',None,'сентябрь 2020 г.','2',dn='II.'),A('Издание','Сборник',None,'декабрь 2021 г.','3',dn='IV.')])
# f14 month first column as unit
d=docx.Document(); d.add_paragraph('План на 2024 год')
build(d,[['№ п/п','Месяц','Мероприятия'],['1','Октябрь','Неделя права'],['2','Ноябрь','День матери']])
d.save(f'{D}/f14.docx'); exp('f14.docx',[A(None,'Неделя права',None,'Октябрь','1'),A(None,'День матери',None,'Ноябрь','2')])
# f15 direction column repeated in every row; сроки; many cols
open(f'{D}/f15.tsv','w').write('Направление\tЗадача\tМероприятие\tСрок\tОтветственный\tСоисполнители\tПримечание\nКадры\tОбучить\tКурсы\tмай 2024\tОтдел А\tОтдел Б\t\nКадры\tОбучить\tСеминар\tиюнь 2024\tОтдел А\t\tважно\nКадры\tАттестовать\tКомиссия\tиюль 2024\tОтдел В\t\t\nФинансы\tСметы\tПлан\tавгуст 2024\tОтдел Г\t\t\n')
exp('f15.tsv',[A('Кадры','Курсы','Отдел А','май 2024',mt='Обучить',x='Отдел Б'),A('Кадры','Семинар','Отдел А','июнь 2024',mt='Обучить',x=''),A('Кадры','Комиссия','Отдел В','июль 2024',mt='Аттестовать',x=''),A('Финансы','План','Отдел Г','август 2024',mt='Сметы',x='')])
# f16 odt with tracked changes, footnotes, header rows, hidden
import odf.opendocument, odf.text as ot, odf.table as otb
x=odf.opendocument.OpenDocumentText(); x.text.addElement(ot.P(text='План на 2024 год'))
tb=otb.Table(name='T')
for r in [H,['1','Дело','май','Отдел'],['2','Другое','июнь','Центр']]:
    tr=otb.TableRow()
    for v in r:
        c=otb.TableCell(); p=ot.P(text=v)
        if v=='Дело':
            n=ot.Note(noteclass='footnote'); n.addElement(ot.NoteCitation(text='1')); b=ot.NoteBody(); b.addElement(ot.P(text='Сноска')); n.addElement(b); p.addElement(n)
        c.addElement(p); tr.addElement(c)
    tb.addElement(tr)
tr=otb.TableRow(); c=otb.TableCell(numbercolumnsspanned=4); c.addElement(ot.P(text='Раздел 2. Итоги')); tr.addElement(c); tb.addElement(tr)
tr=otb.TableRow()
for v in ['3','Итог','июль','Центр']:
    c=otb.TableCell(); c.addElement(ot.P(text=v)); tr.addElement(c)
tb.addElement(tr)
x.text.addElement(tb); x.save(f'{D}/f16.odt'); exp('f16.odt',[A(None,'Дело','Отдел','май','1'),A(None,'Другое','Центр','июнь','2'),A('Итоги','Итог','Центр','июль','3',dn='2')])
