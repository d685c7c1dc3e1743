# Plans in the wild forms of word processors, spreadsheets and pages, each with what has to come of
# it: python make_wild.py DIRECTORY (python-docx, openpyxl, odfpy, xlwt).
import docx, json, os, sys, datetime, zipfile, io
from docx.oxml.ns import qn
from docx.oxml import OxmlElement, parse_xml
import openpyxl
D=sys.argv[1]; os.makedirs(D,exist_ok=True)
W='xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
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
def build(d,rows):
    n=max(len(r) for r in rows)
    t=table(d,[list(r)+['']*(n-len(r)) for r in rows])
    for i,r in enumerate(rows):
        if len(r)==1: span(t,i,0,n-1,r[0])
    return t
H=['№ п/п','Мероприятие','Срок исполнения','Ответственный исполнитель']
def p(cell): return cell.paragraphs[0]._p
def ppr(cell,xml): p(cell).get_or_add_pPr().append(parse_xml(xml))

# 1 numbers come from styles: a chain of styles, levels of one list, restarted in every section
d=docx.Document(); d.add_paragraph('Приложение к приказу'); d.add_paragraph('ПЛАН МЕРОПРИЯТИЙ («дорожная карта») по подготовке к аккредитации на 2024 год')
num=d.part.numbering_part._element
num.insert(0,parse_xml(f'<w:abstractNum {W} w:abstractNumId="90"><w:multiLevelType w:val="multilevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="Section9"/><w:lvlText w:val="%1."/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="Point9"/><w:lvlText w:val="%1.%2."/></w:lvl></w:abstractNum>'))
num.append(parse_xml(f'<w:num {W} w:numId="90"><w:abstractNumId w:val="90"/></w:num>'))
st=d.styles._element
for sid,based,lvl in (('Section9','Normal',0),('Base9','Normal',1),('Point9','Base9',None)):
    il=f'<w:ilvl w:val="{lvl}"/>' if lvl else ''
    n='' if lvl is None else f'<w:pPr><w:numPr>{il}<w:numId w:val="90"/></w:numPr></w:pPr>'
    st.append(parse_xml(f'<w:style {W} w:type="paragraph" w:customStyle="1" w:styleId="{sid}"><w:name w:val="{sid}"/><w:basedOn w:val="{based}"/>{n}</w:style>'))
t=build(d,[H,['Нормативное обеспечение'],['','Утвердить положение','до 1 марта 2024 г.','Юридический отдел'],['','Издать приказ','март 2024 г.','Канцелярия'],['Материальная база'],['','Провести инвентаризацию','апрель 2024 г.','Бухгалтерия']])
def style(cell,sid):
    e=p(cell).get_or_add_pPr(); s=e.find(qn('w:pStyle'))
    if s is not None: e.remove(s)
    e.insert(0,parse_xml(f'<w:pStyle {W} w:val="{sid}"/>'))
for i,s in ((1,'Section9'),(2,'Point9'),(3,'Point9'),(4,'Section9'),(5,'Point9')): style(t.rows[i].cells[0],s)
d.save(f'{D}/s01-style-numbers.docx')
exp('s01-style-numbers.docx',[A('Нормативное обеспечение','Утвердить положение','Юридический отдел','до 1 марта 2024 г.','1.1.',dn='1.'),A('Нормативное обеспечение','Издать приказ','Канцелярия','март 2024 г.','1.2.',dn='1.'),A('Материальная база','Провести инвентаризацию','Бухгалтерия','апрель 2024 г.','2.1.',dn='2.')])

# 2 old hMerge in place of gridSpan, gridBefore and gridAfter, a number restarted by startOverride
d=docx.Document(); d.add_paragraph('План работы комиссии на 2024 год')
num=d.part.numbering_part._element
num.insert(0,parse_xml(f'<w:abstractNum {W} w:abstractNumId="91"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1)"/></w:lvl></w:abstractNum>'))
num.append(parse_xml(f'<w:num {W} w:numId="91"><w:abstractNumId w:val="91"/></w:num>')); num.append(parse_xml(f'<w:num {W} w:numId="92"><w:abstractNumId w:val="91"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'))
t=table(d,[H+['Примечание'],['I. Заседания','','','',''],['','О подготовке к зиме','март 2024 г.','Отдел ЖКХ',''],['','Об отдыхе детей','май 2024 г.','Отдел образования',''],['II. Проверки','','','',''],['','Проверка столовых','октябрь 2024 г.','Санитарный врач','']])
for r in (1,4):
    for i,c in enumerate(t.rows[r]._tr.findall(qn("w:tc"))): c.get_or_add_tcPr().append(parse_xml("<w:hMerge "+W+" w:val=\""+("restart","continue")[i>0]+"\"/>"))
for r,n in ((2,91),(3,91),(5,92)):
    ppr(t.rows[r].cells[0],f'<w:numPr {W}><w:ilvl w:val="0"/><w:numId w:val="{n}"/></w:numPr>')
for r in (3,5):
    tr=t.rows[r]._tr; tr.remove(tr.findall(qn('w:tc'))[-1]); tr.get_or_add_trPr().append(parse_xml(f'<w:gridAfter {W} w:val="1"/>'))
d.save(f'{D}/s02-hmerge.docx')
exp('s02-hmerge.docx',[A('Заседания','О подготовке к зиме','Отдел ЖКХ','март 2024 г.','1)',dn='I.'),A('Заседания','Об отдыхе детей','Отдел образования','май 2024 г.','2)',dn='I.'),A('Проверки','Проверка столовых','Санитарный врач','октябрь 2024 г.','1)',dn='II.')])

# 3 fields, smart tags, links, moved text, deleted paragraph marks, vanish by style, symbols
d=docx.Document(); d.add_paragraph('План мероприятий на 2024 год')
t=build(d,[H,['1','','',''],['2','','',''],['3','','','Отдел кадров']])
def put(cell,xml):
    for r in list(p(cell)): 
        if r.tag!=qn('w:pPr'): p(cell).remove(r)
    for e in parse_xml(f'<w:p {W} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">{xml}</w:p>'): p(cell).append(e)
T=lambda s,pr='': f'<w:r>{pr}<w:t xml:space="preserve">{s}</w:t></w:r>'
d.styles._element.append(parse_xml(f'<w:style {W} w:type="character" w:customStyle="1" w:styleId="Hid9"><w:name w:val="Hid9"/><w:rPr><w:vanish/></w:rPr></w:style>'))
put(t.cell(1,1),T('Провести ')+'<w:smartTag w:element="date"><w:smartTagPr/>'+T('совещание')+'</w:smartTag>'+T(' с ')+'<w:hyperlink r:id="rId999" w:anchor="x">'+T('руководителями')+'</w:hyperlink>'+T(' скрыто','<w:rPr><w:rStyle w:val="Hid9"/></w:rPr>')+'<w:ins w:id="1" w:author="a">'+T(' школ')+'</w:ins>')
put(t.cell(1,2),'<w:fldSimple w:instr=" DATE "><w:r><w:t>15 марта 2024 г.</w:t></w:r></w:fldSimple>')
put(t.cell(1,3),'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> REF отдел \\h </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'+T('Отдел')+'<w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:noBreakHyphen/></w:r>'+T('архив'))
put(t.cell(2,1),'<w:moveFrom w:id="2" w:author="a">'+T('Старое место ')+'</w:moveFrom><w:moveTo w:id="3" w:author="a">'+T('Новое место ')+'</w:moveTo>'+'<w:del w:id="4" w:author="a"><w:r><w:delText>лишнее</w:delText></w:r></w:del>'+T('занятий','<w:rPr><w:rPrChange w:id="7" w:author="a"><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr>'))
put(t.cell(2,2),T('апрель')+'<w:r><w:tab/></w:r>'+T('2024 г.')); put(t.cell(2,3),T('Завуч')+'<w:r><w:sym w:font="Symbol" w:char="F0B7"/></w:r>' if False else T('Завуч'))
# a deleted paragraph mark: two paragraphs of the cell are one
c=t.cell(3,1); put(c,T('Подготовить от')); p(c).get_or_add_pPr().append(parse_xml(f'<w:rPr {W}><w:del w:id="9" w:author="a"/></w:rPr>')); q=c.add_paragraph(); q.add_run('чёт о работе')
put(t.cell(3,2),T('до 1 декабря 2024 г.'))
d.save(f'{D}/s03-runs.docx')
exp('s03-runs.docx',[A(None,'Провести совещание с руководителями школ','Отдел-архив','15 марта 2024 г.','1'),A(None,'Новое место занятий','Завуч','апрель 2024 г.','2'),A(None,'Подготовить отчёт о работе','Отдел кадров','до 1 декабря 2024 г.','3')])

# 4 text boxes with a fall-back of their own, above the table and in a cell
d=docx.Document()
NS=f'{W} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml"'
def box(text): return parse_xml(f'<w:r {NS}><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>')
d.add_paragraph()._p.append(box('УТВЕРЖДАЮ Директор _____ И.И. Иванов'))
d.add_paragraph('План профилактической работы на 2023/2024 учебный год')
t=build(d,[H,['1.','Беседа с родителями','сентябрь','Классные руководители'],['2.','','октябрь','Психолог'],['3.','Рейд по микрорайону','январь','Социальный педагог']])
p(t.cell(2,1)).append(box('Тренинг для подростков'))
d.save(f'{D}/s04-boxes.docx')
exp('s04-boxes.docx',[A(None,'Беседа с родителями','Классные руководители','сентябрь','1.'),A(None,'Тренинг для подростков','Психолог','октябрь','2.'),A(None,'Рейд по микрорайону','Социальный педагог','январь','3.')],windows={'3.':['2024-01-01','2024-01-31']})

# 5 a table a page: heads and numbers of columns again, a cut row whose number is told again, sections go on
d=docx.Document(); d.add_paragraph('УТВЕРЖДЕН распоряжением от 12.01.2024 № 7-р'); d.add_paragraph('ПЛАН мероприятий по росту доходов бюджета на 2024–2025 годы')
HH=['№ п/п','Наименование мероприятия','Ответственный исполнитель','Срок исполнения','Ожидаемый результат']
build(d,[HH,['1','2','3','4','5'],['1. Меры по росту доходов'],['1.1.','Проведение инвентаризации имущества','Комитет по имуществу,','ежегодно, до 1 июля','Реестр неис-']])
d.add_paragraph('2'); d.add_paragraph('Продолжение приложения')
build(d,[HH,['1','2','3','4','5'],['','','администрации поселений','','пользуемого имущества'],['1.2.','Взыскание задолженности','Финансовое управление','ежеквартально','Снижение недоимки'],['2. Меры по оптимизации расходов'],['2.1.','Установление моратория на рост чис-','Отдел кадров','I квартал 2024 года','Постановление']])
d.add_paragraph('3')
build(d,[['1','2','3','4','5'],['','ленности муниципальных служащих','','',''],['2.2.','Сокращение расходов на связь','Отдел закупок','постоянно','Экономия'],['Итого по плану']])
d.save(f'{D}/s05-pages.docx')
exp('s05-pages.docx',[A('Меры по росту доходов','Проведение инвентаризации имущества','Комитет по имуществу, администрации поселений','ежегодно, до 1 июля','1.1.',res='Реестр неиспользуемого имущества',dn='1.'),A('Меры по росту доходов','Взыскание задолженности','Финансовое управление','ежеквартально','1.2.',res='Снижение недоимки',dn='1.'),A('Меры по оптимизации расходов','Установление моратория на рост численности муниципальных служащих','Отдел кадров','I квартал 2024 года','2.1.',res='Постановление',dn='2.'),A('Меры по оптимизации расходов','Сокращение расходов на связь','Отдел закупок','постоянно','2.2.',res='Экономия',dn='2.')])

# 6 months of a school year as sections, bare days of many kinds, the date first
d=docx.Document(); d.add_paragraph('Календарный план воспитательной работы'); d.add_paragraph('на 2023-2024 учебный год')
t=build(d,[['Дата','Мероприятие','Участники','Ответственные'],['Сентябрь'],['1','День знаний','1-11 классы','Зам. директора по ВР'],['с 4 по 8','Неделя безопасности','1-11 классы','Преподаватель ОБЖ'],['до 20','Планы классных руководителей','5-11 классы','Классные руководители'],['Декабрь'],['11, 12','Уроки Конституции','9-11 классы','Учителя истории'],['25–29','Новогодние утренники','1-4 классы','Педагог-организатор'],['Январь'],['27','День снятия блокады','1-11 классы','Учителя истории'],['в течение месяца','Смотр кабинетов','1-11 классы','Зам. директора']])
d.save(f'{D}/s06-school-months.docx')
exp('s06-school-months.docx',[A('Сентябрь','День знаний','Зам. директора по ВР','1'),A('Сентябрь','Неделя безопасности','Преподаватель ОБЖ','с 4 по 8'),A('Сентябрь','Планы классных руководителей','Классные руководители','до 20'),A('Декабрь','Уроки Конституции','Учителя истории','11, 12'),A('Декабрь','Новогодние утренники','Педагог-организатор','25–29'),A('Январь','День снятия блокады','Учителя истории','27'),A('Январь','Смотр кабинетов','Зам. директора','в течение месяца')],windows={'День знаний':['2023-09-01','2023-09-01'],'Неделя безопасности':['2023-09-04','2023-09-08'],'Планы классных руководителей':[None,'2023-09-20'],'Уроки Конституции':['2023-12-11','2023-12-12'],'Новогодние утренники':['2023-12-25','2023-12-29'],'День снятия блокады':['2024-01-27','2024-01-27'],'Смотр кабинетов':['2024-01-01','2024-01-31']})

# 7 xlsx written by hand: inline and rich strings, phonetic runs, formulas, errors, 1904, strict dates
SHEET='<sheet name="План" sheetId="1" r:id="rId1"/>'
def xlsx(name,sheet,shared='',styles='',wbpr='',names='',extra=(),sheets=None,target='worksheets/sheet1.xml'):
    z=zipfile.ZipFile(f'{D}/{name}','w',zipfile.ZIP_DEFLATED); M='http://schemas.openxmlformats.org/spreadsheetml/2006/main'; R='http://schemas.openxmlformats.org/officeDocument/2006/relationships'; P='http://schemas.openxmlformats.org/package/2006/relationships'
    z.writestr('[Content_Types].xml','<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>')
    z.writestr('_rels/.rels',f'<Relationships xmlns="{P}"><Relationship Id="rId1" Type="{R}/officeDocument" Target="xl/workbook.xml"/></Relationships>')
    z.writestr('xl/workbook.xml',f'<workbook xmlns="{M}" xmlns:r="{R}">{wbpr}<sheets>{sheets or SHEET}</sheets>{names}</workbook>')
    z.writestr('xl/_rels/workbook.xml.rels',f'<Relationships xmlns="{P}"><Relationship Id="rId1" Type="{R}/worksheet" Target="{target}"/><Relationship Id="rId2" Type="{R}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId3" Type="{R}/styles" Target="styles.xml"/></Relationships>')
    z.writestr('xl/worksheets/sheet1.xml',f'<worksheet xmlns="{M}">{sheet}</worksheet>')
    z.writestr('xl/sharedStrings.xml',f'<sst xmlns="{M}">{shared}</sst>'); z.writestr('xl/styles.xml',f'<styleSheet xmlns="{M}">{styles}</styleSheet>'); z.close()
def I(ref,text,s=''): return f'<c r="{ref}" t="inlineStr"{s}><is><t xml:space="preserve">{text}</t></is></c>'
shared='<si><t>№ п/п</t></si><si><r><rPr><b/></rPr><t>Меро</t></r><r><t xml:space="preserve">приятие</t></r><rPh sb="0" eb="1"><t>ЛИШНЕЕ</t></rPh></si><si><t>Срок</t></si><si><t>Ответственный</t></si><si><r><t xml:space="preserve">Провести </t></r><r><rPr><strike/></rPr><t>учёт</t></r></si>'
styles='<numFmts count="2"><numFmt numFmtId="164" formatCode="[$-419]d\\ mmmm\\ yyyy\\ &quot;г.&quot;;@"/><numFmt numFmtId="165" formatCode="[$-FC19]mmmm\\ yyyy;@"/></numFmts><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf numFmtId="0"/><xf numFmtId="164" applyNumberFormat="1"/><xf numFmtId="165" applyNumberFormat="1"/><xf numFmtId="14"/></cellXfs>'
s04=(datetime.date(2024,3,15)-datetime.date(1904,1,1)).days; m04=(datetime.date(2024,5,1)-datetime.date(1904,1,1)).days; k04=(datetime.date(2024,12,25)-datetime.date(1904,1,1)).days
sheet=f'''<cols><col min="5" max="5" width="0" hidden="1"/></cols><sheetData><row r="1">{I("A1","План мероприятий на 2024 год")}</row><row r="3"><c r="A3" t="s"><v>0</v></c><c r="B3" t="s"><v>1</v></c><c r="C3" t="s"><v>2</v></c><c r="D3" t="s"><v>3</v></c>{I("E3","Служебное")}</row>
<row r="4"><c r="A4"><v>1</v></c><c r="B4" t="s"><v>4</v></c><c r="C4" s="1"><v>{s04}</v></c>{I("D4","Бухгалтерия")}{I("E4","x")}</row>
<row r="5"><c r="A5"><f>A4+1</f><v>2</v></c><c r="B5" t="str"><f>"Сдать "&amp;"отчёт"</f><v>Сдать отчёт</v></c><c r="C5" s="2"><v>{m04}</v></c><c r="D5" t="str"><f>D4</f><v>Бухгалтерия</v></c><c r="E5" t="e"><v>#REF!</v></c></row>
<row r="6" hidden="1"><c r="A6"><v>3</v></c>{I("B6","Скрытое дело")}{I("C6","июнь 2024 г.")}{I("D6","Никто")}</row>
<row r="7"><c r="A7"><f>A5+1</f><v>3</v></c>{I("B7","Подвести_x000D_ итоги &amp; наградить")}<c r="C7" s="3"><v>{k04}</v></c>{I("D7","Дирекция")}</row></sheetData>'''
xlsx('s07-by-hand.xlsx',sheet,shared,styles,'<workbookPr date1904="1"/>')
exp('s07-by-hand.xlsx',[A(None,'Провести учёт','Бухгалтерия','15 марта 2024 г.','1'),A(None,'Сдать отчёт','Бухгалтерия','май 2024','2'),A(None,'Подвести итоги & наградить','Дирекция','25.12.2024','3')],windows={'1':['2024-03-15','2024-03-15'],'2':['2024-05-01','2024-05-31'],'3':['2024-12-25','2024-12-25']},term_free=True)

# 8 number formats show 1.10: 0.00 and 0.0 in the column of numbers; plan far from A1, title over two columns, second sheet
wb=openpyxl.Workbook(); ws0=wb.active; ws0.title='Титул'; ws0['B2']='Титульный лист'; ws0['B3']='Утверждаю: Глава'; ws=wb.create_sheet('План'); hid=wb.create_sheet('Справочник'); hid.sheet_state='veryHidden'; hid.append(['№','Мероприятие','Срок','Ответственный']); hid.append([1,'Не надо','май','Кто-то'])
ws['C8']='План мероприятий по благоустройству на 2024 год'; ws.merge_cells('C8:H8')
for c,v in zip('CDFGH',['№','Наименование мероприятий','Срок','Ответственные','Примечание']): ws[c+'10']=v
ws.merge_cells('D10:E10')
r=11
def row(no,title,term,who,fmt=None,note=None):
    global r
    ws[f'C{r}']=no; ws[f'D{r}']=title; ws.merge_cells(f'D{r}:E{r}')
    if fmt: ws[f'C{r}'].number_format=fmt
    ws[f'F{r}']=term; ws[f'G{r}']=who; ws[f'H{r}']=note
    if isinstance(term,datetime.date): ws[f'F{r}'].number_format='DD.MM.YYYY'
    r+=1
ws[f'C{r}']=1; ws[f'D{r}']='Озеленение'; ws.merge_cells(f'D{r}:H{r}'); r+=1
for i in range(1,10): row(float(f'1.{i}'),f'Посадка {i}','май 2024 г.','МБУ «Зелёный город»','0.0')
row(1.1,'Посадка 10',datetime.date(2024,6,1),'МБУ «Зелёный город»','0.00','за счёт спонсоров'); row(1.2,'Посадка 20','июнь 2024 г.','Отдел ЖКХ','0.00')
wb.save(f'{D}/s08-formats.xlsx')
exp('s08-formats.xlsx',[A('Озеленение',f'Посадка {i}','МБУ «Зелёный город»','май 2024 г.',f'1.{i}',dn='1') for i in range(1,10)]+[A('Озеленение','Посадка 10','МБУ «Зелёный город»','01.06.2024','1.10',dn='1'),A('Озеленение','Посадка 20','Отдел ЖКХ','июнь 2024 г.','1.20',dn='1')])

# 9 ODS: repeated columns and rows, covered cells, comments, hidden rows and columns, typed values
def ods(name,body,auto=''):
    z=zipfile.ZipFile(f'{D}/{name}','w',zipfile.ZIP_DEFLATED); z.writestr('mimetype','application/vnd.oasis.opendocument.spreadsheet')
    z.writestr('content.xml',f'<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.2"><office:automatic-styles>{auto}</office:automatic-styles><office:body><office:spreadsheet>{body}</office:spreadsheet></office:body></office:document-content>')
    z.writestr('META-INF/manifest.xml','<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/></manifest:manifest>'); z.close()
def S(text,attr='',ann=''): return f'<table:table-cell office:value-type="string" {attr}>{ann}'+''.join(f'<text:p>{x}</text:p>' for x in text.split('\n'))+'</table:table-cell>'
ANN='<office:annotation><dc:creator>Иванов</dc:creator><text:p>не забыть согласовать</text:p></office:annotation>'
body='<table:table table:name="План"><table:table-column table:number-columns-repeated="3"/><table:table-column table:visibility="collapse"/><table:table-column table:number-columns-repeated="1020"/>'
body+='<table:table-row>'+S('План работы на 2024 год','table:number-columns-spanned="5"')+'<table:covered-table-cell table:number-columns-repeated="4"/><table:table-cell table:number-columns-repeated="1019"/></table:table-row><table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="1024"/></table:table-row>'
body+='<table:table-header-rows><table:table-row>'+''.join(S(x) for x in ['№','Мероприятие','Срок','Код','Ответственный'])+'</table:table-row></table:table-header-rows>'
body+='<table:table-row>'+S('1. Учёба','table:number-columns-spanned="5"')+'<table:covered-table-cell table:number-columns-repeated="4"/></table:table-row>'
body+='<table:table-row><table:table-cell office:value-type="float" office:value="1.1"><text:p>1.1</text:p></table:table-cell>'+S('Провести<text:s/>семинар<text:line-break/>для молодых',ann=ANN)+'<table:table-cell office:value-type="date" office:date-value="2024-03-15"><text:p>15.03.24</text:p></table:table-cell>'+S('z')+S('Методист','table:number-rows-spanned="2"')+'</table:table-row>'
body+='<table:table-row><table:table-cell office:value-type="float" office:value="1.2"><text:p>1.2</text:p></table:table-cell>'+S('Издать сборник')+S('июнь 2024 г.')+S('z')+'<table:covered-table-cell/></table:table-row>'
body+='<table:table-row table:visibility="filter"><table:table-cell office:value-type="float" office:value="1.3"><text:p>1.3</text:p></table:table-cell>'+S('Спрятанное')+S('июль 2024 г.')+S('z')+S('Никто')+'</table:table-row>'
body+='<table:table-row-group><table:table-row>'+S('1.4')+S('Смотр <text:span>кабинетов</text:span>')+S('октябрь\n2024 г.')+S('z')+S('Завуч')+'</table:table-row></table:table-row-group>'
body+='<table:table-row table:number-rows-repeated="1048560"><table:table-cell table:number-columns-repeated="1024"/></table:table-row></table:table>'
ods('s09-repeated.ods',body)
exp('s09-repeated.ods',[A('Учёба','Провести семинар для молодых','Методист','15.03.2024','1.1',dn='1.'),A('Учёба','Издать сборник','Методист','июнь 2024 г.','1.2',dn='1.'),A('Учёба','Смотр кабинетов','Завуч','октябрь 2024 г.','1.4',dn='1.')],term_free=True,windows={'1.1':['2024-03-15','2024-03-15']})

# 10 ODT: tracked changes, annotation, footnote, hidden text, list numbers that go on, a sub-table, soft page breaks
def odt(name,body,tracked='',styles=''):
    z=zipfile.ZipFile(f'{D}/{name}','w',zipfile.ZIP_DEFLATED); z.writestr('mimetype','application/vnd.oasis.opendocument.text')
    z.writestr('content.xml',f'<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.2"><office:automatic-styles>{styles}</office:automatic-styles><office:body><office:text>{tracked}{body}</office:text></office:body></office:document-content>')
    z.writestr('META-INF/manifest.xml','<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.text"/></manifest:manifest>'); z.close()
def C(x,attr=''): return f'<table:table-cell {attr}>{x if x.startswith("<") else "<text:p>"+x+"</text:p>"}</table:table-cell>'
tracked='<text:tracked-changes><text:changed-region text:id="c1"><text:deletion><office:change-info><dc:creator>a</dc:creator></office:change-info><text:p>удалённое</text:p></text:deletion></text:changed-region><text:changed-region text:id="c2"><text:insertion><office:change-info/></text:insertion></text:changed-region></text:tracked-changes>'
styles='<text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-suffix="." style:num-format="1"/></text:list-style><style:style style:name="H1" style:family="text"><style:text-properties text:display="none"/></style:style>'
CONT=' text:continue-numbering="true"'
L=lambda cont: f'<text:list text:style-name="L1"{CONT if cont else ""}><text:list-item><text:p/></text:list-item></text:list>'
body='<text:p>ПЛАН работы совета на 2024 год</text:p><table:table table:name="T"><table:table-column table:number-columns-repeated="4"/><table:table-header-rows><table:table-row>'+''.join(C(x) for x in ['№ п/п','Вопрос','Дата рассмотрения','Ответственный за подготовку'])+'</table:table-row></table:table-header-rows>'
body+='<table:table-row>'+C('Первое полугодие','table:number-columns-spanned="4"')+'<table:covered-table-cell table:number-columns-repeated="3"/></table:table-row>'
body+='<table:table-row>'+C(L(False))+C('<text:p>Об итогах<text:change text:change-id="c1"/> года<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>Сноска</text:p></text:note-body></text:note></text:p>')+C('<text:p>15 <text:soft-page-break/>января 2024 г.</text:p>')+C('<text:p>Секретарь<office:annotation><dc:creator>a</dc:creator><text:p>кто это?</text:p></office:annotation></text:p>')+'</table:table-row>'
body+='<text:soft-page-break/><table:table-row>'+C(L(True))+C('<text:p>О <text:change-start text:change-id="c2"/>новом<text:change-end text:change-id="c2"/> порядке<text:span text:style-name="H1"> тайно</text:span></text:p>')+C('март 2024 г.')+C('Председатель')+'</table:table-row>'
body+='<table:table-row>'+C('Второе полугодие','table:number-columns-spanned="4"')+'<table:covered-table-cell table:number-columns-repeated="3"/></table:table-row>'
body+='<table:table-row>'+C(L(True))+C('О плане на следующий год')+C('декабрь 2024 г.')+C('Председатель')+'</table:table-row></table:table>'
odt('s10-tracked.odt',body,tracked,styles)
exp('s10-tracked.odt',[A('Первое полугодие','Об итогах года','Секретарь','15 января 2024 г.','1.'),A('Первое полугодие','О новом порядке','Председатель','март 2024 г.','2.'),A('Второе полугодие','О плане на следующий год','Председатель','декабрь 2024 г.','3.')])

# 11 HTML of Excel: a row of widths that is not shown, conditional comments, x:num, no closing tags
open(f'{D}/s11-excel.html','w',encoding='cp1251').write('''<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta http-equiv=Content-Type content="text/html; charset=windows-1251"><style><!--.xl24{mso-number-format:"Short Date";}.hid{display:none}--></style></head><body><table border=0 cellpadding=0><col width=64 style='width:48pt'><col width=64 style='display:none'>
<tr height=17><td colspan=5 class=xl25>План мероприятий по охране труда на 2024 год</td></tr>
<tr><td>№</td><td style='display:none'>код</td><td>Мероприятие</td><td>Срок</td><td>Ответств.</td></tr>
<tr><td colspan=5>1. Организационные мероприятия</td></tr>
<tr><td x:num>1</td><td style='display:none'>a</td><td>Обучение по охране<br>труда</td><td class=xl24 x:num="45366">15.03.2024</td><td rowspan=2>Инженер по ОТ</td></tr>
<tr style='display:none'><td>9</td><td>q</td><td>Скрытая строка</td><td>май 2024</td></tr>
<tr><td x:num>2</td><td style='display:none'>a</td><td>Медосмотр</td><td>II квартал 2024&nbsp;г.</td><td>Врач</td></tr>
<![if supportMisalignedColumns]><tr height=0 style='display:none'><td width=64 style='width:48pt'></td><td></td><td></td><td></td></tr><![endif]></table></body></html>''')
exp('s11-excel.html',[A('Организационные мероприятия','Обучение по охране труда','Инженер по ОТ','15.03.2024','1',dn='1.'),A('Организационные мероприятия','Медосмотр','Врач','II квартал 2024 г.','2',dn='1.')])

# 12 HTML in UTF-8 that says windows-1251, rowspans of two levels to the left, struck text, links to notes
open(f'{D}/s12-levels.html','wb').write('''\ufeff<!DOCTYPE html><html><head><meta charset="windows-1251"><title>Дорожная карта</title></head><body><h1>Дорожная карта цифровизации на 2024–2025 годы</h1><table class="wikitable"><caption>Мероприятия</caption><tbody><tr><th>Цель</th><th>Задача</th><th>Мероприятие</th><th>Срок</th><th>Исполнитель</th><th>Результат</th></tr>
<tr><td rowspan="3">Цель 1. Связь</td><td rowspan="2">Задача 1.1. Каналы</td><td>Проложить линию<sup><a href="#n1">[1]</a></sup></td><td>до 1 июля 2024 г.</td><td>Оператор связи</td><td>Акт</td></tr>
<tr><td>Подключить школы</td><td>III квартал 2024 г.</td><td><ul><li>Оператор связи</li><li>школы</li></ul></td><td>100 %</td></tr>
<tr><td>Задача 1.2. Безопасность</td><td>Провести <del>аудит</del> <ins>проверку</ins></td><td>ежегодно</td><td>ИТ-отдел</td><td>Отчёт</td></tr>
<tr><td>Цель 2. Услуги</td><td>Задача 2.1. Портал</td><td>Запустить портал</td><td>декабрь 2025 г.</td><td>ИТ-отдел</td><td>Портал</td></tr></tbody></table><p id=n1>[1] Примечание</p></body></html>'''.encode())
exp('s12-levels.html',[A('Связь','Проложить линию','Оператор связи','до 1 июля 2024 г.',mt='Каналы',res='Акт',dn='1',mn='1.1.'),A('Связь','Подключить школы','Оператор связи школы','III квартал 2024 г.',mt='Каналы',res='100 %',dn='1',mn='1.1.'),A('Связь','Провести проверку','ИТ-отдел','ежегодно',mt='Безопасность',res='Отчёт',dn='1',mn='1.2.'),A('Услуги','Запустить портал','ИТ-отдел','декабрь 2025 г.',mt='Портал',res='Портал',dn='2',mn='2.1.')])

# 13 CSV in UTF-16 BE with sep=; and line breaks in quotes
open(f'{D}/s13-sep.csv','wb').write('\ufeffsep=;\r\nПлан мероприятий на 2024 год;;;;\r\n№;Мероприятие;Срок;Ответственный;Результат\r\n1;"Провести\r\nконкурс ""Лучший учитель""; наградить";"март –\r\nапрель 2024 г.";ИМЦ;Приказ\r\n2;Собрать заявки;до 20.12.2024;ИМЦ;Список\r\n'.encode('utf-16-be'))
exp('s13-sep.csv',[A(None,'Провести конкурс "Лучший учитель"; наградить','ИМЦ','март – апрель 2024 г.','1',res='Приказ'),A(None,'Собрать заявки','ИМЦ','до 20.12.2024','2',res='Список')])

# 14 CSV with quotes that are no quotes of CSV
open(f'{D}/s14-quotes.csv','w',encoding='cp1251').write('№ п/п;Мероприятие;Срок;Ответственный\n1;Провести "круглый стол";май 2024 г.;АНО "Сфера", школы\n2;"Молодёжь и закон": лекторий;сентябрь 2024 г.;Комитет\n3;Слёт "Юный пожарный";октябрь 2024 г.;"МЧС", Комитет\n')
exp('s14-quotes.csv',[A(None,'Провести "круглый стол"','АНО "Сфера", школы','май 2024 г.','1'),A(None,'"Молодёжь и закон": лекторий','Комитет','сентябрь 2024 г.','2'),A(None,'Слёт "Юный пожарный"','"МЧС", Комитет','октябрь 2024 г.','3')])

# 15 Markdown without outer bars, a table a section, headings of Markdown between
open(f'{D}/s15-sections.md','w').write('''# План проекта «Тёплый дом» на 2024 год

Утверждён советом.

## 1. Подготовка

№ | Мероприятие | Срок | Ответственный
--- | :--- | :---: | ---
1.1 | Найти **помещение** | до 1 февраля 2024 г. | Координатор
1.2 | Подписать [договор](http://example.org) | февраль 2024 г. | Юрист

## 2. Работа

№ | Мероприятие | Срок | Ответственный
--- | :--- | :---: | ---
2.1 | Открыть пункт | 1 марта 2024 г. | Координатор

* список не таблица
''')
exp('s15-sections.md',[A('Подготовка','Найти помещение','Координатор','до 1 февраля 2024 г.','1.1',dn='1.'),A('Подготовка','Подписать договор','Юрист','февраль 2024 г.','1.2',dn='1.'),A('Работа','Открыть пункт','Координатор','1 марта 2024 г.','2.1',dn='2.')])

# 16 double lines, no line between the rows: a row begins where a number stands
open(f'{D}/s16-double.txt','w',encoding='cp866').write('''              П Л А Н
     мероприятий на 2006 год
╔════╤══════════════════════╤═════════════╤════════════════╗
║ N  │     Мероприятие      │    Срок     │  Исполнитель   ║
╟────┼──────────────────────┼─────────────┼────────────────╢
║ 1. │Проведение ярмарки    │март 2006 г. │Отдел торговли  ║
║    │вакансий              │             │                ║
║ 2. │Создание рабочих мест │в течение    │Центр занятости,║
║    │для молодежи          │года         │предприятия     ║
║ 3. │Отчет                 │декабрь      │Центр занятости ║
╚════╧══════════════════════╧═════════════╧════════════════╝
''')
exp('s16-double.txt',[A(None,'Проведение ярмарки вакансий','Отдел торговли','март 2006 г.','1.'),A(None,'Создание рабочих мест для молодежи','Центр занятости, предприятия','в течение года','2.'),A(None,'Отчет','Центр занятости','декабрь','3.')])

# 17 goal → task → activities in a programme, numbers of four places
d=docx.Document(); d.add_paragraph('План реализации муниципальной программы на 2024 – 2026 годы')
build(d,[['№ п/п','Наименование','Ответственный исполнитель','Срок реализации','Ожидаемый результат'],['1','2','3','4','5'],['Цель 1. Повышение качества жизни'],['Задача 1.1. Развитие спорта'],['1.1.1.','Строительство площадок','Отдел строительства','2024 – 2025 годы','5 площадок'],['1.1.2.','Проведение спартакиад','Отдел спорта','ежегодно','Протоколы'],['Задача 1.2. Развитие культуры'],['1.2.1.','Ремонт клубов','Отдел культуры','2026 год','Акт'],['Цель 2. Безопасность'],['Задача 2.1. Профилактика'],['2.1.1.','Установка камер','МКУ «ЕДДС»','до 31 декабря 2024 года','Камеры']])
d.save(f'{D}/s17-goals.docx')
exp('s17-goals.docx',[A('Повышение качества жизни','Строительство площадок','Отдел строительства','2024 – 2025 годы','1.1.1.',mt='Развитие спорта',res='5 площадок',dn='1',mn='1.1.'),A('Повышение качества жизни','Проведение спартакиад','Отдел спорта','ежегодно','1.1.2.',mt='Развитие спорта',res='Протоколы',dn='1',mn='1.1.'),A('Повышение качества жизни','Ремонт клубов','Отдел культуры','2026 год','1.2.1.',mt='Развитие культуры',res='Акт',dn='1',mn='1.2.'),A('Безопасность','Установка камер','МКУ «ЕДДС»','до 31 декабря 2024 года','2.1.1.',mt='Профилактика',res='Камеры',dn='2',mn='2.1.')])

# 18 number and title of the section merged down beside its activities
d=docx.Document(); d.add_paragraph('Комплекс мер по поддержке семей на 2024 год')
t=table(d,[['№','Направление','№','Мероприятие','Срок','Ответственные'],['1','Правовая помощь','1.1','Консультации','еженедельно','Юрист'],['','','1.2','Приём граждан','первый вторник месяца','Руководитель'],['2','Социальная помощь','2.1','Выдача наборов','до 1 сентября 2024 г.','Соцзащита'],['','','2.2','Лагерь','июнь – август 2024 г.','Соцзащита, школы']])
for c in (0,1):
    for a,b in ((1,2),(3,4)): down(t,c,a,b,t.cell(a,c).text)
d.save(f'{D}/s18-two-numbers.docx')
exp('s18-two-numbers.docx',[A('Правовая помощь','Консультации','Юрист','еженедельно','1.1',dn='1'),A('Правовая помощь','Приём граждан','Руководитель','первый вторник месяца','1.2',dn='1'),A('Социальная помощь','Выдача наборов','Соцзащита','до 1 сентября 2024 г.','2.1',dn='2'),A('Социальная помощь','Лагерь','Соцзащита, школы','июнь – август 2024 г.','2.2',dn='2')])

# 19 an order, its annex with the plan, sheets of approval and of acquaintance with dates
d=docx.Document(); d.add_paragraph('ПРИКАЗ'); d.add_paragraph('от 15 января 2024 г. № 12'); d.add_paragraph('Об утверждении плана'); d.add_paragraph('ПРИКАЗЫВАЮ:'); d.add_paragraph('1. Утвердить прилагаемый план.'); d.add_paragraph('2. Руководителям отделов обеспечить выполнение до 31 декабря 2024 года.'); d.add_paragraph('3. Контроль возложить на заместителя директора.')
d.add_paragraph('Приложение'); d.add_paragraph('План мероприятий по антикоррупции на 2024 год')
build(d,[H,['1.','Провести оценку рисков','II квартал 2024 г.','Отдел кадров'],['2.','Обучить работников','сентябрь 2024 г.','Отдел кадров, юрист'],['3.','Разместить сведения на сайте','до 30 апреля 2024 г.','Пресс-служба']])
d.add_paragraph('Лист согласования'); table(d,[['№','Должность','ФИО','Дата','Подпись'],['1','Начальник отдела кадров','Иванова И.И.','12.01.2024',''],['2','Юрист','Петров П.П.','13.01.2024',''],['3','Бухгалтер','Сидорова С.С.','13.01.2024',''],['4','Завхоз','Котов К.К.','14.01.2024','']])
d.save(f'{D}/s19-order-annex.docx')
exp('s19-order-annex.docx',[A(None,'Провести оценку рисков','Отдел кадров','II квартал 2024 г.','1.'),A(None,'Обучить работников','Отдел кадров, юрист','сентябрь 2024 г.','2.'),A(None,'Разместить сведения на сайте','Пресс-служба','до 30 апреля 2024 г.','3.')])

# 20 a report on the plan: dates planned and real, marks filled in, money by years, totals of sections
d=docx.Document(); d.add_paragraph('Отчёт о ходе реализации плана мероприятий на 2024–2026 годы')
t=table(d,[['№ п/п','Наименование мероприятия','Ответственный исполнитель','Срок реализации','','Объём финансирования, тыс. руб.','','','Сведения о ходе реализации'],['','','','план','факт','2024','2025','2026',''],['1','2','3','4','5','6','7','8','9'],['1. Дороги']+['']*8,['1.1','Ремонт улицы Мира','Отдел ЖКХ','до 1 октября 2024 г.','25.09.2024','1200,5','0','0','Выполнено'],['1.2','Тротуар у школы','Отдел ЖКХ','2025 год','','0','300','0','Идут торги'],['Итого по разделу 1','','','','','1200,5','300','0',''],['2. Освещение']+['']*8,['2.1','Замена ламп','МУП «Горсвет»','ежегодно','','50','50','50',''],['Всего','','','','','1250,5','350','50','']])
for c in (0,1,2,8): down(t,c,0,1,t.cell(0,c).text)
span(t,0,3,4,'Срок реализации'); span(t,0,5,7,'Объём финансирования, тыс. руб.')
for r_ in (3,7): span(t,r_,0,8,t.rows[r_].cells[0].text)
for r_ in (6,9): span(t,r_,0,3,t.rows[r_].cells[0].text)
d.save(f'{D}/s20-report.docx')
exp('s20-report.docx',[A('Дороги','Ремонт улицы Мира','Отдел ЖКХ','до 1 октября 2024 г.','1.1',dn='1.'),A('Дороги','Тротуар у школы','Отдел ЖКХ','2025 год','1.2',dn='1.'),A('Освещение','Замена ламп','МУП «Горсвет»','ежегодно','2.1',dn='2.')])

# 21 headings between tables are numbered by the list of Word, a table a section, activities start anew
d=docx.Document(); d.add_heading('План работы управления на 2024 год',0)
num=d.part.numbering_part._element
num.insert(0,parse_xml(f'<w:abstractNum {W} w:abstractNumId="93"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>')); num.append(parse_xml(f'<w:num {W} w:numId="93"><w:abstractNumId w:val="93"/></w:num>'))
a=[]
for k,(name,rows) in enumerate((('Совещания',[['1','Совещание руководителей','ежемесячно','Начальник управления'],['2','Августовское совещание','август 2024 г.','Заместитель начальника']]),('Контроль',[['1','Проверка готовности школ','июль – август 2024 г.','Отдел контроля']]),('Конкурсы',[['1','Учитель года','февраль 2024 г.','ИМЦ'],['2','Лучший класс','май 2024 г.','ИМЦ']]))):
    h=d.add_heading(name,1); h._p.get_or_add_pPr().append(parse_xml(f'<w:numPr {W}><w:ilvl w:val="0"/><w:numId w:val="93"/></w:numPr>'))
    build(d,[H]+rows)
    a+=[A(name,x[1],x[3],x[2],x[0],dn=['I.','II.','III.'][k]) for x in rows]
d.save(f'{D}/s21-numbered-headings.docx'); exp('s21-numbered-headings.docx',a)

# 22 letters and digits number the columns, the head has three rows, an empty column between
d=docx.Document(); d.add_paragraph('План-график мероприятий на 2024 год')
t=table(d,[['№ стр.','Мероприятия','Сроки исполнения','','','Ответственные',''],['','','по плану','','факт.','должность','подразделение'],['','','начало','окончание','','',''],['А','Б','1','2','3','4','5'],['01','Составить смету','09.01.2024','31.01.2024','','Экономист','ПЭО'],['02','Заключить договоры','01.02.2024','29.02.2024','','Юрист','Юридический отдел'],['03','Принять работы','','30.09.2024','','Инженер','ОКС']])
for c in (0,1): down(t,c,0,2,t.cell(0,c).text)
span(t,0,2,4,'Сроки исполнения'); span(t,0,5,6,'Ответственные'); span(t,1,2,3,'по плану'); down(t,4,1,2,'факт.'); down(t,5,1,2,'должность'); down(t,6,1,2,'подразделение')
d.save(f'{D}/s22-three-row-head.docx')
exp('s22-three-row-head.docx',[A(None,'Составить смету','Экономист','09.01.2024 – 31.01.2024','01',x='ПЭО'),A(None,'Заключить договоры','Юрист','01.02.2024 – 29.02.2024','02',x='Юридический отдел'),A(None,'Принять работы','Инженер','до 30.09.2024','03',x='ОКС')],term_free=True,windows={'01':['2024-01-09','2024-01-31'],'02':['2024-02-01','2024-02-29'],'03':[None,'2024-09-30']})

# 23 section rows in the second column, not merged, restarted numbers, a total after each
d=docx.Document(); d.add_paragraph('План мероприятий учреждения на 2024 год')
build(d,[['№','Наименование мероприятия','Сроки проведения','Ответственный','Отметка о выполнении'],['I','Организационная работа','','',''],['1','Заседание совета','1 раз в квартал','Председатель',''],['2','Отчётное собрание','25 января','Председатель','вып.'],['','Всего: 2','','',''],['II','Методическая работа','','',''],['1','Семинары','по отдельному плану','Методист',''],['2','Открытые уроки','в течение учебного года','Учителя-предметники','']])
d.save(f'{D}/s23-plain-sections.docx')
exp('s23-plain-sections.docx',[A('Организационная работа','Заседание совета','Председатель','1 раз в квартал','1',dn='I'),A('Организационная работа','Отчётное собрание','Председатель','25 января','2',dn='I'),A('Методическая работа','Семинары','Методист','по отдельному плану','1',dn='II'),A('Методическая работа','Открытые уроки','Учителя-предметники','в течение учебного года','2',dn='II')])

# 24 another part than word/document.xml, other prefixes of names, strict namespace
d=docx.Document(); d.add_paragraph('План на 2024 год'); build(d,[H,['Раздел 1. Кадры'],['1','Аттестация','март 2024 г.','Отдел кадров'],['2','Обучение','апрель 2024 г.','Отдел кадров']])
b=io.BytesIO(); d.save(b); zi=zipfile.ZipFile(b); zo=zipfile.ZipFile(f'{D}/s24-strict.docx','w',zipfile.ZIP_DEFLATED)
for n in zi.namelist():
    x=zi.read(n)
    if n=='word/document.xml':
        x=x.decode().replace('<w:','<ns0:').replace('</w:','</ns0:').replace(' w:',' ns0:').replace('xmlns:w=','xmlns:ns0=').replace('http://schemas.openxmlformats.org/wordprocessingml/2006/main','http://purl.oclc.org/ooxml/wordprocessingml/main').encode(); n='word/document2.xml'
    if n=='word/_rels/document.xml.rels': n='word/_rels/document2.xml.rels'
    if n in ('[Content_Types].xml','_rels/.rels'): x=x.replace(b'word/document.xml',b'word/document2.xml').replace(b'http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument',b'http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument')
    zo.writestr(n,x)
zo.close()
exp('s24-strict.docx',[A('Кадры','Аттестация','Отдел кадров','март 2024 г.','1',dn='1'),A('Кадры','Обучение','Отдел кадров','апрель 2024 г.','2',dn='1')])

# 25 deadlines: a column of months as vertical merge, days in the next column
d=docx.Document(); d.add_paragraph('План культурно-массовых мероприятий на 2024 год')
t=table(d,[['Месяц','Число','Мероприятие','Место проведения','Ответственный'],['Январь','7','Рождественская ёлка','ДК','Директор ДК'],['','14','Старый Новый год','ДК','Методист'],['Февраль','23','Концерт','ДК','Художественный руководитель'],['Март','8','Праздник весны','Площадь','Методист'],['','15-17','Масленица','Парк','Директор ДК']])
down(t,0,1,2,'Январь'); down(t,0,4,5,'Март')
d.save(f'{D}/s25-month-and-day.docx')
exp('s25-month-and-day.docx',[A(None,'Рождественская ёлка','Директор ДК',None),A(None,'Старый Новый год','Методист',None),A(None,'Концерт','Художественный руководитель',None),A(None,'Праздник весны','Методист',None),A(None,'Масленица','Директор ДК',None)],term_free=True,windows={'Рождественская ёлка':['2024-01-07','2024-01-07'],'Старый Новый год':['2024-01-14','2024-01-14'],'Концерт':['2024-02-23','2024-02-23'],'Праздник весны':['2024-03-08','2024-03-08'],'Масленица':['2024-03-15','2024-03-17']})

# 26 xls of another year's epoch, hidden column, merged cells, section by number and title
import xlwt
wb=xlwt.Workbook(); wb.dates_1904=1; ws=wb.add_sheet('План'); st=xlwt.easyxf(num_format_str='DD.MM.YYYY'); mt_=xlwt.easyxf(num_format_str='MMMM YYYY')
ws.write_merge(0,0,0,5,'План мероприятий на 2024 год')
for c,v in enumerate(['№ п/п','Мероприятие','Служебное','Начало','Окончание','Ответственный']): ws.write(1,c,v)
ws.write(2,0,1); ws.write_merge(2,2,1,5,'Подготовка')
serial=lambda y,m,dd:(datetime.date(y,m,dd)-datetime.date(1904,1,1)).days
for r_,(a_,b_,c_,s_,e_) in enumerate([('1.1','Собрать сведения','x',serial(2024,2,1),serial(2024,2,15)),('1.2','Составить план','x',serial(2024,3,1),serial(2024,3,29))],3):
    ws.write(r_,0,a_); ws.write(r_,1,b_); ws.write(r_,2,c_); ws.write(r_,3,s_,st); ws.write(r_,4,e_,st)
ws.write_merge(3,4,5,5,'Отдел анализа'); ws.col(2).hidden=True
wb.save(f'{D}/s26-epoch.xls')
exp('s26-epoch.xls',[A('Подготовка','Собрать сведения','Отдел анализа',None,'1.1',dn='1'),A('Подготовка','Составить план','Отдел анализа',None,'1.2',dn='1')],term_free=True,windows={'1.1':['2024-02-01','2024-02-15'],'1.2':['2024-03-01','2024-03-29']})

# 27 xlsx with ISO dates (t="d"), absolute targets, strings with leading spaces as levels, indents
sheet=f'''<sheetData><row r="1">{I("A1","Дорожная карта на 2024 год")}</row><row r="2">{I("A2","Мероприятие")}{I("B2","Ответственный")}{I("C2","Дата начала")}{I("D2","Дата окончания")}{I("E2","Статус")}</row>
<row r="3">{I("A3","1. Запуск")}</row><row r="4">{I("A4","1.1. Набор команды")}{I("B4","Руководитель проекта")}<c r="C4" t="d" s="1"><v>2024-01-15T00:00:00</v></c><c r="D4" t="d" s="1"><v>2024-02-15T00:00:00</v></c>{I("E4","в работе")}</row>
<row r="5">{I("A5","1.2. Аренда зала")}{I("B5","Администратор")}<c r="C5" t="d" s="1"><v>2024-02-01</v></c><c r="D5" t="d" s="1"><v>2024-02-10</v></c></row>
<row r="6">{I("A6","2. Проведение")}</row><row r="7">{I("A7","2.1. Занятия")}{I("B7","Преподаватели")}<c r="C7" t="d" s="1"><v>2024-03-01</v></c><c r="D7" t="d" s="1"><v>2024-05-31</v></c></row></sheetData>'''
styles2='<fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>'
xlsx('s27-iso.xlsx',sheet,'',styles2,target='/xl/worksheets/sheet1.xml')
exp('s27-iso.xlsx',[A('Запуск','Набор команды','Руководитель проекта',None,'1.1.',dn='1.'),A('Запуск','Аренда зала','Администратор',None,'1.2.',dn='1.'),A('Проведение','Занятия','Преподаватели',None,'2.1.',dn='2.')],term_free=True,windows={'1.1.':['2024-01-15','2024-02-15'],'1.2.':['2024-02-01','2024-02-10'],'2.1.':['2024-03-01','2024-05-31']})

# 28 pasted text: a list with tabs copied from a browser, with a blank line after every row and a no-break space
open(f'{D}/s28-pasted.txt','w').write('План мероприятий на 2024 год\n\n№ п/п\tМероприятие\tСрок\tОтветственный\n\n1.\tI.\u00a0Кадры\t\t\n\n2.\tПровести конкурс\tапрель 2024\u00a0г.\tОтдел кадров\n\n3.\tII.\u00a0Финансы\t\t\n\n4.\tСверить расчёты\tежемесячно, до 5 числа\tБухгалтерия\n\n')
exp('s28-pasted.txt',[A('Кадры','Провести конкурс','Отдел кадров','апрель 2024 г.','2.',dn='I.'),A('Финансы','Сверить расчёты','Бухгалтерия','ежемесячно, до 5 числа','4.',dn='II.')])

# 29 two half-years, one after the other, each a table with a title of its own over it; heads differ in wording
d=docx.Document(); d.add_paragraph('План заседаний общественного совета на 2024 год')
d.add_paragraph('I полугодие'); build(d,[['№','Повестка заседания','Дата проведения','Докладчики'],['1','О плане работы','февраль','Председатель совета'],['2','О благоустройстве','апрель','Отдел ЖКХ']])
d.add_paragraph('II полугодие'); build(d,[['№ п/п','Повестка','Дата','Докладчик'],['3','О бюджете','октябрь','Финансовый отдел'],['4','Об итогах года','декабрь','Председатель совета']])
d.save(f'{D}/s29-half-years.docx')
exp('s29-half-years.docx',[A('I полугодие','О плане работы','Председатель совета','февраль','1'),A('I полугодие','О благоустройстве','Отдел ЖКХ','апрель','2'),A('II полугодие','О бюджете','Финансовый отдел','октябрь','3'),A('II полугодие','Об итогах года','Председатель совета','декабрь','4')])

# 30 the national form: results and control points, person responsible, kind of paper
d=docx.Document(); d.add_paragraph('План мероприятий по реализации регионального проекта «Современная школа» на 2024 год')
t=table(d,[['№ п/п','Наименование результата, мероприятия, контрольной точки','Сроки реализации','','Ответственный исполнитель','Вид документа и характеристика результата','Уровень контроля'],['','','Начало','Окончание','','',''],['1.','Результат: созданы центры «Точка роста»','01.01.2024','31.12.2024','Иванов И.И.','Отчёт','РНП'],['1.1.','Мероприятие: закупка оборудования','01.02.2024','30.06.2024','Петров П.П., начальник отдела','Договоры','РРП'],['1.1.1.','Контрольная точка: объявлены закупки','–','01.03.2024','Петров П.П.','Извещение','РРП'],['1.1.2.','Контрольная точка: заключены договоры','–','30.04.2024','Петров П.П.','Договоры','РРП'],['1.2.','Мероприятие: обучение педагогов','01.03.2024','31.08.2024','Сидорова С.С., директор ИРО','Приказ','РРП'],['1.2.1.','Контрольная точка: обучено 100 педагогов','–','31.08.2024','Сидорова С.С.','Отчёт','РРП']])
for c in (0,1,4,5,6): down(t,c,0,1,t.cell(0,c).text)
span(t,0,2,3,'Сроки реализации')
d.save(f'{D}/s30-control-points.docx')
R='Результат: созданы центры «Точка роста»'
exp('s30-control-points.docx',[A(R,'Мероприятие: закупка оборудования','Петров П.П., начальник отдела',None,'1.1.',res='Договоры',dn='1.'),A(R,'Контрольная точка: объявлены закупки','Петров П.П.',None,'1.1.1.',res='Извещение',dn='1.'),A(R,'Контрольная точка: заключены договоры','Петров П.П.',None,'1.1.2.',res='Договоры',dn='1.'),A(R,'Мероприятие: обучение педагогов','Сидорова С.С., директор ИРО',None,'1.2.',res='Приказ',dn='1.'),A(R,'Контрольная точка: обучено 100 педагогов','Сидорова С.С.',None,'1.2.1.',res='Отчёт',dn='1.')],term_free=True,windows={'1.1.1.':[None,'2024-03-01'],'1.2.1.':[None,'2024-08-31']})

# 31 nested table in a cell of executors, and a list of schools in the title; row continued by vMerge over a page head
d=docx.Document(); d.add_paragraph('План подготовки школ на 2024 год')
t=build(d,[H,['1','Ремонт кровли','до 15 августа 2024 г.',''],['2','Замена окон','июль 2024 г.','Завхоз']])
c=t.cell(1,3); n=c.add_table(rows=2,cols=1); n.rows[0].cells[0].text='Школа № 1'; n.rows[1].cells[0].text='Школа № 2'
d.save(f'{D}/s31-nested-people.docx')
exp('s31-nested-people.docx',[A(None,'Ремонт кровли','Школа № 1 Школа № 2','до 15 августа 2024 г.','1'),A(None,'Замена окон','Завхоз','июль 2024 г.','2')])

# 32 TSV with a section told in the deadline's wording («Январь») and dates with weekdays
open(f'{D}/s32-weekdays.tsv','w',encoding='utf-8-sig').write('План-календарь на 2024 год\t\t\t\nДата\tМероприятие\tОтветственный\tМесто\nМАРТ\t\t\t\n5 (вт)\tСовещание\tГлава\tЗал\n12 (вт)\tКомиссия\tЗаместитель главы\tКаб. 5\nАПРЕЛЬ\t\t\t\n20 (сб)\tСубботник\tОтдел ЖКХ\tПарк\n')
exp('s32-weekdays.tsv',[A('МАРТ','Совещание','Глава','5 (вт)'),A('МАРТ','Комиссия','Заместитель главы','12 (вт)'),A('АПРЕЛЬ','Субботник','Отдел ЖКХ','20 (сб)')],windows={'Совещание':['2024-03-05','2024-03-05'],'Субботник':['2024-04-20','2024-04-20']})

# t01 real-life «дорожная карта» of НОКО: defect found in evaluation, plan, deadline, responsible, progress in two columns
d=docx.Document(); d.add_paragraph('УТВЕРЖДАЮ\nГлава района\n____________ А.А. Примерный'); d.add_paragraph('ПЛАН'); d.add_paragraph('по устранению недостатков, выявленных в ходе независимой оценки качества условий оказания услуг'); d.add_paragraph('МБОУ «Средняя школа № 1»'); d.add_paragraph('на 2024 год')
t=table(d,[['Недостатки, выявленные в ходе независимой оценки','Наименование мероприятия по устранению недостатков','Плановый срок реализации мероприятия','Ответственный исполнитель (с указанием фамилии, имени, отчества и должности)','Сведения о ходе реализации мероприятия',''],['','','','','реализованные меры по устранению','фактический срок реализации'],['I. Открытость и доступность информации','','','','',''],['Нет сведений на сайте','Разместить сведения о правилах приёма','до 01.03.2024','Петрова Анна Ивановна, директор','Размещено','15.02.2024'],['Нет обратной связи','Создать форму обратной связи','II квартал 2024','Сидоров Иван Ильич, системный администратор','',''],['II. Комфортность условий','','','','',''],['Нет зоны отдыха','Оборудовать зону отдыха','31.08.2024','Петрова Анна Ивановна, директор','','']])
for c in (0,1,2,3): down(t,c,0,1,t.cell(0,c).text)
span(t,0,4,5,'Сведения о ходе реализации мероприятия')
for r in (2,5): span(t,r,0,5,t.rows[r].cells[0].text)
d.save(f'{D}/t01-noko.docx')
exp('t01-noko.docx',[A('Открытость и доступность информации','Разместить сведения о правилах приёма','Петрова Анна Ивановна, директор','до 01.03.2024',dn='I.'),A('Открытость и доступность информации','Создать форму обратной связи','Сидоров Иван Ильич, системный администратор','II квартал 2024',dn='I.'),A('Комфортность условий','Оборудовать зону отдыха','Петрова Анна Ивановна, директор','31.08.2024',dn='II.')])
# t02 plan of a ministry: responsibles by «Минпросвещения России (ответственный); …», sections of two kinds, two rows merged number over sub-results
d=docx.Document(); d.add_paragraph('УТВЕРЖДЕН'); d.add_paragraph('распоряжением Правительства Российской Федерации'); d.add_paragraph('от 17 августа 2023 г. № 2223-р'); d.add_paragraph('ПЛАН МЕРОПРИЯТИЙ'); d.add_paragraph('по реализации Концепции на 2024–2026 годы')
t=table(d,[['','Мероприятие','Вид документа (ожидаемый результат)','Срок реализации','Ответственные исполнители'],['I. Нормативное правовое регулирование']+['']*4,['1.','Внесение изменений в порядок','приказ Минпросвещения России','I квартал 2024 г.','Минпросвещения России,\nМинобрнауки России,\nзаинтересованные федеральные органы исполнительной власти'],['2.','Мониторинг применения','доклад в Правительство Российской Федерации','ежегодно, до 1 марта','Минпросвещения России'],['II. Кадры']+['']*4,['3.','Повышение квалификации','аналитическая справка','2024–2026 годы, ежегодно, до 31 декабря','органы исполнительной власти субъектов Российской Федерации (по согласованию)'],['','','методические рекомендации','декабрь 2024 г.','Рособрнадзор']])
for r in (1,4): span(t,r,0,4,t.rows[r].cells[0].text)
down(t,0,5,6,'3.'); down(t,1,5,6,'Повышение квалификации')
d.save(f'{D}/t02-federal.docx')
exp('t02-federal.docx',[A('Нормативное правовое регулирование','Внесение изменений в порядок','Минпросвещения России, Минобрнауки России, заинтересованные федеральные органы исполнительной власти','I квартал 2024 г.','1.',res='приказ Минпросвещения России',dn='I.'),A('Нормативное правовое регулирование','Мониторинг применения','Минпросвещения России','ежегодно, до 1 марта','2.',res='доклад в Правительство Российской Федерации',dn='I.'),A('Кадры','Повышение квалификации','органы исполнительной власти субъектов Российской Федерации (по согласованию) Рособрнадзор','2024–2026 годы, ежегодно, до 31 декабря декабрь 2024 г.','3.',res='аналитическая справка методические рекомендации',dn='II.')],outcome='plan_or_ask')
# t03 sports calendar: many columns, months in capitals with the year, dates «12-14 января», place, number
wb=openpyxl.Workbook(); ws=wb.active; ws.title='Календарь 2024'
ws.append(['КАЛЕНДАРНЫЙ ПЛАН физкультурных мероприятий на 2024 год']); ws.merge_cells('A1:G1')
ws.append(['№ п/п','Наименование мероприятия','Дата проведения','Место проведения','Кол-во участников','Проводящая организация','Ответственный'])
r=3
for m,rows in (('ЯНВАРЬ 2024',[('Турнир по хоккею','3-5','Стадион',60,'Федерация хоккея','Иванов И.И.'),('Лыжная гонка','20','Парк',100,'Отдел спорта','Петров П.П.')]),('ФЕВРАЛЬ 2024',[('Кубок по шахматам','10-11','Клуб',40,'Клуб «Ладья»','Сидоров С.С.')])):
    ws.cell(r,1,m); ws.merge_cells(start_row=r,start_column=1,end_row=r,end_column=7); r+=1
    for i,x in enumerate(rows,1):
        for c,v in enumerate((i,)+x,1): ws.cell(r,c,v)
        r+=1
wb.save(f'{D}/t03-calendar.xlsx')
exp('t03-calendar.xlsx',[A('ЯНВАРЬ 2024','Турнир по хоккею','Иванов И.И.','3-5','1'),A('ЯНВАРЬ 2024','Лыжная гонка','Петров П.П.','20','2'),A('ФЕВРАЛЬ 2024','Кубок по шахматам','Сидоров С.С.','10-11','1')],windows={'Турнир по хоккею':['2024-01-03','2024-01-05'],'Кубок по шахматам':['2024-02-10','2024-02-11'],'Лыжная гонка':['2024-01-20','2024-01-20']})
# t04 same: a typed day number in xlsx stored as number; and Excel turned «3-5» into a date 3 мая
wb=openpyxl.Workbook(); ws=wb.active; ws.title='План'
ws.append(['План работы на 2024 год']); ws.append([]); ws.append(['Дата','Мероприятие','Ответственный'])
ws.append(['МАРТ']); ws.merge_cells('A4:C4'); ws.append([7,'Концерт','ДК']); ws.append(['12–14','Смотр','ДК']); ws.append(['АПРЕЛЬ']); ws.merge_cells('A7:C7'); ws.append([12,'День космонавтики','Библиотека'])
wb.save(f'{D}/t04-days.xlsx')
exp('t04-days.xlsx',[A('МАРТ','Концерт','ДК','7'),A('МАРТ','Смотр','ДК','12–14'),A('АПРЕЛЬ','День космонавтики','Библиотека','12')],windows={'Концерт':['2024-03-07','2024-03-07'],'День космонавтики':['2024-04-12','2024-04-12']})
# t05 numbers «1.1.» … with restarted «1.1.10.» and letters «а)» sub-points with own dates, notes between
d=docx.Document(); d.add_paragraph('План мероприятий по улучшению условий труда на 2024 год')
build(d,[['№ п/п','Мероприятия','Срок','Ответственные','Примечание'],['1','Подготовить помещения:','','',''],['а)','отремонтировать кабинет','до 1 мая 2024 г.','Завхоз',''],['б)','закупить мебель','до 1 июня 2024 г.','Бухгалтерия','аукцион'],['2','Обучить персонал','сентябрь 2024 г.','Кадры',''],['Примечание: сроки могут уточняться'],['3','Провести аттестацию мест','IV квартал 2024 г.','Комиссия','']])
d.save(f'{D}/t05-letters.docx')
exp('t05-letters.docx',[A('Подготовить помещения:','отремонтировать кабинет','Завхоз','до 1 мая 2024 г.','а)',dn='1'),A('Подготовить помещения:','закупить мебель','Бухгалтерия','до 1 июня 2024 г.','б)',dn='1'),A(None,'Обучить персонал','Кадры','сентябрь 2024 г.','2'),A(None,'Провести аттестацию мест','Комиссия','IV квартал 2024 г.','3')])
# t06 a row split over two tables where the number, term and people merged vertically before the break
d=docx.Document(); d.add_paragraph('Дорожная карта на 2024 год')
t=table(d,[['№','Задача','Мероприятие','Срок','Ответственный'],['1','Развитие инфраструктуры','Построить площадку','июнь 2024 г.','Отдел строительства'],['','','Закупить инвентарь','июль 2024 г.','Отдел закупок']])
down(t,0,1,2,'1'); down(t,1,1,2,'Развитие инфраструктуры')
d.add_paragraph('')
t=table(d,[['№','Задача','Мероприятие','Срок','Ответственный'],['','','Нанять тренеров','август 2024 г.','Кадры'],['2','Популяризация','Провести день спорта','10 августа 2024 г.','Отдел спорта']])
d.save(f'{D}/t06-merge-over-pages.docx')
exp('t06-merge-over-pages.docx',[A('Развитие инфраструктуры','Построить площадку','Отдел строительства','июнь 2024 г.',dn='1'),A('Развитие инфраструктуры','Закупить инвентарь','Отдел закупок','июль 2024 г.',dn='1'),A('Развитие инфраструктуры','Нанять тренеров','Кадры','август 2024 г.',dn='1'),A('Популяризация','Провести день спорта','Отдел спорта','10 августа 2024 г.',dn='2')])
# t07 unnumbered sections in italics with unmerged empty cells; deadlines merged over several activities; «-«- ditto
d=docx.Document(); d.add_paragraph('План основных мероприятий на 2024 год')
build(d,[['Содержание','Сроки','Исполнители'],['Работа с детьми','',''],['Утренник','март','Музыкальный руководитель'],['Конкурс рисунков','апрель','Воспитатели'],['Работа с родителями','',''],['Собрание','сентябрь','Заведующий'],['Анкетирование','октябрь','Психолог']])
d.save(f'{D}/t07-plain.docx')
exp('t07-plain.docx',[A('Работа с детьми','Утренник','Музыкальный руководитель','март'),A('Работа с детьми','Конкурс рисунков','Воспитатели','апрель'),A('Работа с родителями','Собрание','Заведующий','сентябрь'),A('Работа с родителями','Анкетирование','Психолог','октябрь')])
# t08 csv with comma, quoted multi-line, English month typed by Excel («01-Feb»), numbers «1,1» (decimal comma)
open(f'{D}/t08-comma.csv','w',encoding='utf-8').write('№,Мероприятие,Срок,Ответственный\n"1,1","Провести аудит, подготовить отчёт",до 01.02.2024,"Отдел А, отдел Б"\n"1,2",Обновить регламент,15.03.2024,Отдел А\n"1,10",Подвести итоги,25.12.2024,Директор\n')
exp('t08-comma.csv',[A(None,'Провести аудит, подготовить отчёт','Отдел А, отдел Б','до 01.02.2024','1.1'),A(None,'Обновить регламент','Отдел А','15.03.2024','1.2'),A(None,'Подвести итоги','Директор','25.12.2024','1.10')],number_free=True)
# t09 html: rowspan=0?, th scope rows as sections, tfoot totals before body, nested lists as executors, br + nbsp
open(f'{D}/t09-foot.html','w').write('''<!doctype html><html lang=ru><meta charset=utf-8><body><h2>План мероприятий ко Дню города на 2024 год</h2><table><thead><tr><th scope=col>№ п.п.</th><th scope=col>Наименование</th><th scope=col>Дата и&nbsp;время</th><th scope=col>Ответственные</th></tr></thead><tfoot><tr><td colspan=4>Итого: 3 мероприятия</td></tr></tfoot><tbody><tr><th colspan=4 scope=rowgroup>Торжественные мероприятия</th></tr><tr><td>1</td><td>Возложение цветов</td><td>25 мая 2024 г.<br>10:00</td><td>Глава города,<br/>Совет ветеранов</td></tr><tr><td>2</td><td>Концерт</td><td>25 мая 2024 г. 18:00</td><td>Отдел культуры</td></tr></tbody><tbody><tr><th colspan=4 scope=rowgroup>Спортивные мероприятия</th></tr><tr><td>3</td><td>Пробег</td><td>26 мая 2024 г.</td><td>Отдел спорта</td></tr></tbody></table></body></html>''')
exp('t09-foot.html',[A('Торжественные мероприятия','Возложение цветов','Глава города, Совет ветеранов','25 мая 2024 г. 10:00','1'),A('Торжественные мероприятия','Концерт','Отдел культуры','25 мая 2024 г. 18:00','2'),A('Спортивные мероприятия','Пробег','Отдел спорта','26 мая 2024 г.','3')],windows={'1':['2024-05-25','2024-05-25']})
# t10 plan in which the responsible is before and «Срок» is last, with «Источник», long cells; sections as number + title merged over rest, number col merged
d=docx.Document(); d.add_paragraph('Комплексный план действий («дорожная карта») по развитию туризма на 2024 – 2025 годы')
t=table(d,[['№ п/п','Наименование мероприятий','Ответственные за исполнение','Источник финансирования','Сроки исполнения'],['1.','Развитие инфраструктуры туризма','','',''],['1.1.','Разработка схемы размещения указателей','Департамент туризма (далее – Департамент), Управление дорог (по согласованию)','областной бюджет','до 30 июня 2024 г.'],['1.2.','Паспортизация маршрутов','Департамент совместно с Центром туризма','без финансирования','постоянно'],['2.','Продвижение','','',''],['2.1.','Участие в выставках','Департамент','областной бюджет','по отдельному графику'],['2.2.','Выпуск путеводителя','Центр туризма','внебюджетные источники','III – IV кварталы 2024 года']])
for r in (1,4): span(t,r,1,4,t.rows[r].cells[1].text)
d.save(f'{D}/t10-term-last.docx')
exp('t10-term-last.docx',[A('Развитие инфраструктуры туризма','Разработка схемы размещения указателей','Департамент туризма (далее – Департамент), Управление дорог (по согласованию)','до 30 июня 2024 г.','1.1.',dn='1.'),A('Развитие инфраструктуры туризма','Паспортизация маршрутов','Департамент совместно с Центром туризма','постоянно','1.2.',dn='1.'),A('Продвижение','Участие в выставках','Департамент','по отдельному графику','2.1.',dn='2.'),A('Продвижение','Выпуск путеводителя','Центр туризма','III – IV кварталы 2024 года','2.2.',dn='2.')])
# t11 xls saved as HTML? no: TSV pasted from Word where cells have line breaks: the row goes on
open(f'{D}/t11-pasted-breaks.txt','w').write('№ п/п\tМероприятие\tСрок\tОтветственный\n1\tПровести обследование\tмарт 2024 г.\tОтдел А\n2\tСоставить перечень\nобъектов\tапрель 2024 г.\tОтдел Б\n3\tУтвердить план\tмай 2024 г.\tГлава\n4\tСообщить населению\tиюнь 2024 г.\tПресс-служба,\nотдел В\n5\tПодвести итоги\tдекабрь 2024 г.\tГлава\n')
exp('t11-pasted-breaks.txt',[A(None,'Провести обследование','Отдел А','март 2024 г.','1'),A(None,'Составить перечень объектов','Отдел Б','апрель 2024 г.','2'),A(None,'Утвердить план','Глава','май 2024 г.','3'),A(None,'Сообщить населению','Пресс-служба, отдел В','июнь 2024 г.','4'),A(None,'Подвести итоги','Глава','декабрь 2024 г.','5')],outcome='plan_or_ask')
# t12 box drawing without outer frame, + - | with wrapped dates and a section in between w/o cells
open(f'{D}/t12-ascii.txt','w',encoding='koi8-r').write('''ПЛАН РАБОТЫ
на 2005 год

-----+---------------------------------+------------+-----------------
 N   |          Мероприятия            |   Сроки    | Ответственные
п/п  |                                 |            |
-----+---------------------------------+------------+-----------------
  1  |               2                 |     3      |        4
-----+---------------------------------+------------+-----------------
              1. Организационная работа
-----+---------------------------------+------------+-----------------
1.1. | Заседание комиссии по вопросам  | 1 раз в    | Секретарь
     | охраны труда                    | квартал    | комиссии
-----+---------------------------------+------------+-----------------
1.2. | Обновление стендов              | май        | Инженер
-----+---------------------------------+------------+-----------------
              2. Обучение
-----+---------------------------------+------------+-----------------
2.1. | Инструктаж                      | ежемесячно | Инженер
-----+---------------------------------+------------+-----------------
''')
exp('t12-ascii.txt',[A('Организационная работа','Заседание комиссии по вопросам охраны труда','Секретарь комиссии','1 раз в квартал','1.1.',dn='1.'),A('Организационная работа','Обновление стендов','Инженер','май','1.2.',dn='1.'),A('Обучение','Инструктаж','Инженер','ежемесячно','2.1.',dn='2.')])
# t13 DOCX by LibreOffice from HTML: section cells repeated, tbl with nested paragraphs; two tables same head different years
d=docx.Document(); d.add_paragraph('Перспективный план на 2024–2025 годы')
d.add_paragraph('2024 год'); build(d,[H,['1','Создать совет','февраль','Директор'],['2','Принять устав','март','Совет']])
d.add_paragraph('2025 год'); build(d,[H,['1','Отчёт совета','февраль','Совет'],['2','Выборы','октябрь','Совет']])
d.save(f'{D}/t13-years.docx')
exp('t13-years.docx',[A('2024 год','Создать совет','Директор','февраль','1'),A('2024 год','Принять устав','Совет','март','2'),A('2025 год','Отчёт совета','Совет','февраль','1'),A('2025 год','Выборы','Совет','октябрь','2')],windows={'Создать совет':['2024-02-01','2024-02-29'],'Отчёт совета':['2025-02-01','2025-02-28'],'Выборы':['2025-10-01','2025-10-31']})
# t14 quarters as sections with bare months? and «I квартал» rows whose deadline cells are empty
d=docx.Document(); d.add_paragraph('План контрольных мероприятий на 2024 год')
build(d,[['№','Мероприятие','Ответственный','Срок'],['I квартал'],['1','Проверка сметы','Ревизор','январь'],['2','Проверка кассы','Ревизор',''],['III квартал'],['3','Инвентаризация','Бухгалтерия','']])
d.save(f'{D}/t14-quarters.docx')
exp('t14-quarters.docx',[A('I квартал','Проверка сметы','Ревизор','январь','1'),A('I квартал','Проверка кассы','Ревизор','','2'),A('III квартал','Инвентаризация','Бухгалтерия','','3')],windows={'2':['2024-01-01','2024-03-31'],'3':['2024-07-01','2024-09-30']})
# t15 docx: hidden (vanish) row content, table header rows flagged tblHeader, cells with tabs, number typed by «№ 1», leading bullets
d=docx.Document(); d.add_paragraph('План мероприятий на 2024 год')
t=build(d,[H,['№ 1','• Подготовить приказ','10 января 2024 г.','Секретарь'],['№ 2','– Провести собрание','15 января 2024 г.','Директор'],['№ 3','Отправить отчёт','20 января 2024 г.','Бухгалтер']])
t.rows[0]._tr.get_or_add_trPr().append(parse_xml(f'<w:tblHeader {W}/>'))
d.save(f'{D}/t15-marks.docx')
exp('t15-marks.docx',[A(None,None or '• Подготовить приказ','Секретарь','10 января 2024 г.','№ 1'),A(None,'– Провести собрание','Директор','15 января 2024 г.','№ 2'),A(None,'Отправить отчёт','Бухгалтер','20 января 2024 г.','№ 3')])
# t16 school plan: directions as columns (a matrix of weeks)? → must ask or refuse, never invent
d=docx.Document(); d.add_paragraph('План-сетка на сентябрь 2024 года')
build(d,[['Направление','1 неделя','2 неделя','3 неделя','4 неделя'],['Учебная работа','Стартовые работы','Проверка планов','Олимпиада','Совещание'],['Воспитательная работа','День знаний','Поход','Линейка','Рейд']])
d.save(f'{D}/t16-matrix.docx'); exp('t16-matrix.docx',[],outcome='refuse')
# t17 timetable of events, head without «срок»: «Когда», «Что», «Кто»
d=docx.Document(); d.add_paragraph('План действий на 2024 год')
build(d,[['Что делаем','Кто делает','Когда'],['Собираем подписи','Актив дома','до 1 апреля 2024 г.'],['Подаём заявку','Председатель','15 апреля 2024 г.'],['Красим площадку','Жители','май 2024 г.']])
d.save(f'{D}/t17-what-who-when.docx'); exp('t17-what-who-when.docx',[A(None,'Собираем подписи','Актив дома','до 1 апреля 2024 г.'),A(None,'Подаём заявку','Председатель','15 апреля 2024 г.'),A(None,'Красим площадку','Жители','май 2024 г.')])
# t18 English headings? plan of an NGO
open(f'{D}/t18-english.csv','w').write('No,Activity,Responsible,Deadline,Expected result\n1,Train volunteers,Coordinator,15.03.2024,20 volunteers\n2,Open the centre,Director,01.06.2024,Centre\n')
exp('t18-english.csv',[A(None,'Train volunteers','Coordinator','15.03.2024','1',res='20 volunteers'),A(None,'Open the centre','Director','01.06.2024','2',res='Centre')],outcome='plan_or_ask')
# t19 xlsx: outline with blank rows between, each activity in two merged rows, responsible one per row
wb=openpyxl.Workbook(); ws=wb.active; ws.title='ДК'
ws.append(['Дорожная карта на 2024 год']); ws.append([]); ws.append(['№','Мероприятие','Срок','Ответственный'])
for i,(a,b,c,d1,d2) in enumerate([('1','Разработать проект','31.03.2024','Иванов И.И.','Петров П.П.'),('2','Согласовать проект','30.04.2024','Сидоров С.С.','Котов К.К.')]):
    r=4+2*i
    for col,v in zip('ABC',(a,b,c)): ws[f'{col}{r}']=v; ws.merge_cells(f'{col}{r}:{col}{r+1}')
    ws[f'D{r}']=d1; ws[f'D{r+1}']=d2
wb.save(f'{D}/t19-two-rows.xlsx')
exp('t19-two-rows.xlsx',[A(None,'Разработать проект','Иванов И.И. Петров П.П.','31.03.2024','1'),A(None,'Согласовать проект','Сидоров С.С. Котов К.К.','30.04.2024','2')])
# t20 many small: activities under a day with hours «с 10.00 до 12.00», «после уроков»
d=docx.Document(); d.add_paragraph('Программа недели науки')
build(d,[['Время','Мероприятие','Место','Ответственный'],['5 февраля 2024 г. (понедельник)'],['с 10.00 до 12.00','Открытие','Актовый зал','Завуч'],['после уроков','Викторина','Каб. 12','Учитель физики'],['6 февраля 2024 г. (вторник)'],['в 14:30','Лекция','Актовый зал','Приглашённый лектор']])
d.save(f'{D}/t20-hours.docx')
exp('t20-hours.docx',[A('5 февраля 2024 г. (понедельник)','Открытие','Завуч','с 10.00 до 12.00'),A('5 февраля 2024 г. (понедельник)','Викторина','Учитель физики','после уроков'),A('6 февраля 2024 г. (вторник)','Лекция','Приглашённый лектор','в 14:30')],windows={'Открытие':['2024-02-05','2024-02-05'],'Викторина':['2024-02-05','2024-02-05'],'Лекция':['2024-02-06','2024-02-06']})
# t21 order of «поручения»: table of a higher protocol
d=docx.Document(); d.add_paragraph('ПЕРЕЧЕНЬ ПОРУЧЕНИЙ'); d.add_paragraph('по итогам совещания от 10 января 2024 г. № 3')
build(d,[['№ п/п','Содержание поручения','Ответственный за исполнение','Срок исполнения','Отметка об исполнении'],['1','Представить предложения по графику','Иванов И.И.','до 20 января 2024 г.','исп. 19.01.2024'],['2','Проработать вопрос о ремонте','Петров П.П., Сидоров С.С.','до 1 февраля 2024 г.',''],['3','Взять на контроль подготовку','Заместитель главы','постоянно','']])
d.save(f'{D}/t21-orders-table.docx')
exp('t21-orders-table.docx',[A(None,'Представить предложения по графику','Иванов И.И.','до 20 января 2024 г.','1'),A(None,'Проработать вопрос о ремонте','Петров П.П., Сидоров С.С.','до 1 февраля 2024 г.','2'),A(None,'Взять на контроль подготовку','Заместитель главы','постоянно','3')])
print(len([f for f in os.listdir(D) if f.endswith('.json')]))
