# Каталог состояния: что случилось, где, что делать.
read-only-asked = открыто для чтения по вашей просьбе.
read-only-held = каталог открыт в другой копии программы. Закройте её и начните снова.
read-only-held-by = каталог открыт в другой копии программы ({ $user }@{ $host }, процесс { $process }, с { $since }). Закройте её и начните снова.
read-only-not-writable = { $path }: { $kind }. Освободите место или право на запись и начните снова.
read-only-newer = { $path } записан более новой программой (вид { $found }). Обновите planerka.
store-io = { $path }: { $kind }
store-changed-outside = { $path } изменён другой программой. Начните planerka снова: записанное другой программой не пропадёт.
io-full = нет места на диске
io-denied = нет права
io-read-only = носитель только для чтения
io-not-found = нет такого файла или каталога
io-other = { $kind }
start-no-terminal = нужен терминал: запустите planerka в окне терминала. Без терминала работают команды, см. planerka --help.
start-no-theme = темы { $name } нет. Есть: { $themes }.
