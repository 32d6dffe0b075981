// node read.js LIST MODULES: reads each page that the list names, once.
const fs = require('fs');
const path = require('path');
const [list, modules] = process.argv.slice(2);
const { JSDOM } = require(path.join(modules, 'jsdom'));
const { Readability } = require(path.join(modules, '@mozilla/readability'));
let found = 0;
for (const file of fs.readFileSync(list, 'utf8').split('\n')) {
  const page = new JSDOM(fs.readFileSync(file, 'utf8'), { url: 'https://www.example.org/a/page.html' });
  const article = new Readability(page.window.document).parse();
  found += article ? article.textContent.length : 0;
  page.window.close();
}
process.exit(found > 0 ? 0 : 1);
