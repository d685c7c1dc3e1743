// Every violation axe finds in HTML files; colours are not tried: nothing is drawn here.
const fs = require("fs");
const { JSDOM, VirtualConsole } = require("jsdom");
const axe = require("axe-core");

(async () => {
  let found = 0;
  for (const file of process.argv.slice(2)) {
    const page = new JSDOM(fs.readFileSync(file, "utf8"), {
      runScripts: "outside-only",
      // jsdom tells of every rule for print that it does not know.
      virtualConsole: new VirtualConsole(),
    });
    page.window.eval(axe.source);
    const result = await page.window.axe.run(page.window.document, {
      rules: { "color-contrast": { enabled: false } },
    });
    for (const one of result.violations) {
      console.log(`${file}: ${one.impact} ${one.id}: ${one.help}: ${one.nodes[0].html}`);
    }
    found += result.violations.length;
  }
  console.log(`${process.argv.length - 2} files, ${found} violations`);
  process.exit(found ? 1 : 0);
})();
