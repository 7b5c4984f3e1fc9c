"use strict";
const byId = (id) => document.getElementById(id);
const start = JSON.parse(byId("start").textContent);
const TONES = { met: "good", unmet: "bad", unknown: "open", error: "bad", warning: "near", info: "idle" };

// What is built: every text of a user goes through textContent, so that none is ever taken for markup.
function element(name, properties = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) key in made ? (made[key] = value) : made.setAttribute(key, value);
  made.append(...children.filter((each) => each !== null && each !== undefined));
  return made;
}
function shape(name, attributes = {}, ...children) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}
const mark = (tone, text) =>
  element("span", { className: `mark ${tone}` },
    shape("svg", { class: "icon", "aria-hidden": "true", focusable: "false" }, shape("use", { href: `#pf-${tone}` })), text);
const list = (items) => element("ol", { className: "steps" }, ...items.map((each) => element("li", {}, each)));
const section = (title, className, ...children) => {
  const id = `h-${title}`;
  return element("section", { className, "aria-labelledby": id }, element("h2", { id }, title), ...children);
};

// Questions: one is on its way at a time, of those that come meanwhile only the newest is asked.
function asker(path, show, pause) {
  let waiting = null, busy = false, timer = 0, dropped = 0;
  async function next() {
    if (busy || waiting === null) return;
    const asked = waiting, before = dropped;
    waiting = null;
    busy = true;
    try {
      const options = { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(asked), signal: AbortSignal.timeout(60000) };
      const reply = await fetch(path, options);
      const data = await reply.json();
      if (waiting === null && before === dropped) {
        fail("");
        if (reply.ok) show(data, asked);
        else fail(data.diagnostics.map((each) => each.message).join(""));
      }
    } catch {
      if (waiting === null) fail("连不上程序，可能已经结束。请重新运行 perfrules play，再打开它显示的网址。");
    }
    busy = false;
    next();
  }
  function ask(question, now = false) {
    clearTimeout(timer);
    timer = setTimeout(() => { waiting = question; next(); }, now ? 0 : pause);
  }
  ask.drop = () => {
    clearTimeout(timer);
    waiting = null;
    dropped++;
  };
  return ask;
}
function fail(text) {
  byId("failed").textContent = text;
  byId("failed").hidden = !text;
  byId("answer").classList.toggle("stale", Boolean(text));
}

// The drawing of a set and of an actual value.
const number = (at) => Number.parseFloat(at);
const anchor = (at) => (number(at) < 30 ? "start" : number(at) > 70 ? "end" : "middle");
const label = (at, y, text) => shape("text", { x: at, y, "text-anchor": anchor(at), dx: { start: -8, end: 8, middle: 0 }[anchor(at)] }, text);
const at = (x, ...children) => shape("svg", { x, y: 48, overflow: "visible" }, ...children);
function numberLine(line) {
  if (line.choices.length) return choices(line);
  if (!line.low && !line.high) return null;
  const crowded = line.low && line.high && Math.abs(number(line.high.at) - number(line.low.at)) < 45 && line.low.at !== line.high.at;
  const from = line.low ? number(line.low.at) : 0, to = line.high ? number(line.high.at) : 100;
  const said = `数轴：${line.text}${line.reached ? `；实际值 ${line.reached_text}` : ""}`;
  // The band stops a little before an end without a bound, where an arrow goes on.
  const drawn = shape("svg", { class: crowded ? "numbers tall" : "numbers", role: "img", "aria-label": said },
    shape("line", { class: "axis", x1: "0", x2: "100%", y1: 48, y2: 48 }),
    shape("rect", { class: "inside", x: `${line.low ? from : 1.5}%`, width: `${to - from - (line.low ? 0 : 1.5) - (line.high ? 0 : 1.5)}%`, y: 42, height: 12 }));
  if (!line.low) drawn.append(at("0", shape("path", { class: "onward", d: "M0 0 L14 -12 V12z" })));
  if (!line.high) drawn.append(at("100%", shape("path", { class: "onward", d: "M0 0 L-14 -12 V12z" })));
  for (const [index, end] of [line.low, line.high].entries()) {
    if (!end || (index && line.low && line.low.at === end.at)) continue;
    drawn.append(at(end.at, shape("circle", { class: end.is_closed ? "closed" : "open", r: 8 })), label(end.at, crowded && index ? 98 : 80, end.text));
  }
  if (line.reached) {
    const [low, high] = line.reached;
    if (low === high) drawn.append(at(low, shape("path", { class: "here", d: "M0 -3 L8 -13 L0 -23 L-8 -13z" })));
    else drawn.append(shape("line", { class: "spread", x1: low, x2: high, y1: 30, y2: 30 }), ...[low, high].map((x) => at(x, shape("path", { class: "spread", d: "M0 -25 V-11" }))));
    drawn.append(label(low === high ? low : `${(number(low) + number(high)) / 2}%`, 16, line.reached_text));
  }
  return drawn;
}
function legend(lines) {
  const reached = lines.flatMap((each) => (each.reached ? [each.reached] : []));
  const parts = ["粗线是符合要求的，实心圆包括、空心圆不包括"];
  if (reached.some(([low, high]) => low === high)) parts.push("◆ 是实际值");
  if (reached.some(([low, high]) => low !== high)) parts.push("上面的横杠是实际值可能的范围");
  return `${parts.join("；")}。`;
}
function choices(line) {
  const items = line.choices.map((each) => {
    const names = [each.is_inside ? "in" : "", each.is_reached ? "reached" : ""].filter(Boolean).join(" ");
    const words = [each.is_inside ? "符合要求" : "不符合要求", each.is_reached ? "实际值" : ""].filter(Boolean).join("，");
    return element("li", { className: names }, each.is_reached ? `◆ ${each.text}` : each.text, element("span", { className: "hidden" }, `（${words}）`));
  });
  const key = element("p", { className: "key" }, "实线框里的符合要求；◆ 是实际值。");
  return element("div", {}, element("ul", { className: "choices" }, ...items), key);
}

// The answer to a question.
const opened = new Set();
function remembering(details, key) {
  details.open = opened.has(key);
  details.addEventListener("toggle", () => (details.open ? opened.add(key) : opened.delete(key)));
  return details;
}
function scheme(score, usual) {
  const name = element("span", {}, element("span", { className: "title" }, score.title || score.scheme),
    element("span", { className: "differs" }, score.title ? score.scheme : ""));
  const points = element("span", { className: "points" }, `${score.text}分`);
  if (usual !== null && score.text !== usual) name.append(element("span", { className: "differs" }, "　得分不同"));
  const body = [list(score.derivation), ...score.diagnostics.map((each) => element("p", { className: "about" }, each.message))];
  return remembering(element("details", { className: "scheme" }, element("summary", {}, points, name), ...body), score.scheme);
}
function scoring(scores) {
  if (!scores.length) return null;
  const main = scores.filter((each) => !each.is_variant), variants = scores.filter((each) => each.is_variant);
  const usual = main.length ? main[0].text : null;
  const differing = variants.filter((each) => each.text !== usual).length;
  const title = `各地见过的其他算法（${variants.length}种，${differing ? `${differing}种得分不同` : "得分都一样"}）`;
  const sorted = [...variants].sort((one, other) => (one.text === usual) - (other.text === usual));
  const more = remembering(element("details", { className: "variants" }, element("summary", {}, title), ...sorted.map((each) => scheme(each, usual))), "更多");
  return section(`得分（满分${scores[0].weight}分）`, "", element("p", { className: "key" }, "点一个办法，看得分的由来。"), ...main.map((each) => scheme(each, null)), more);
}
function remarks(diagnostics, labels) {
  if (!diagnostics.length) return null;
  const items = diagnostics.map((each) => element("li", {}, mark(TONES[each.severity], labels[each.severity]), " ",
    element("span", { className: "code" }, each.code), element("p", {}, each.message)));
  return section("要核对的", "whole", element("ul", { className: "remarks" }, ...items));
}
const LABELS = { error: "错误", warning: "警告", info: "提示" };
const facts = (pairs) => element("dl", { className: "facts" }, ...pairs.map(([term, text]) => element("div", {}, element("dt", {}, term), element("dd", {}, text))));
function answered(data) {
  const drawing = data.drawing.map(numberLine).filter(Boolean);
  const outcome = data.outcome;
  const head = outcome ? section("结论", "result", element("p", { className: "big" }, mark(TONES[outcome.verdict], outcome.label))) : section("要求", "result");
  if (outcome) {
    const pairs = [["完成率", outcome.attainment_text], ["偏差", outcome.deviation]].filter(([, text]) => text && text !== "—");
    if (pairs.length) head.append(facts(pairs));
  } else head.append(element("p", { className: "big" }, data.target.canonical || "（空）"));
  head.append(...drawing);
  if (data.drawing.some((each) => each.low || each.high)) head.append(element("p", { className: "key" }, legend(data.drawing)));
  const why = outcome ? section("怎样得出来的", "", list(outcome.derivation)) : null;
  return element("div", { className: "answered" }, head, section("怎么理解", "", facts(data.facts)), scoring(data.scores) ?? null, why, remarks(data.diagnostics, LABELS));
}
function showAnswer(data) {
  byId("answer").replaceChildren(answered(data));
  const outcome = data.outcome, main = data.scores.find((each) => !each.is_variant);
  const said = outcome ? [outcome.label, outcome.attainment_text === "—" ? "" : `完成率${outcome.attainment_text}`, main ? `得${main.text}分` : ""] : [data.facts[0][1]];
  if (data.diagnostics.length) said.push(`${data.diagnostics.length}处要核对`);
  byId("said").textContent = said.filter(Boolean).join("，");
}
const fields = [...byId("question").elements].filter((each) => each.name);
const askAnswer = asker("/answer", showAnswer, 150);
function ask(now) {
  const question = Object.fromEntries(fields.filter((each) => each.value.trim()).map((each) => [each.name, each.value]));
  const inRow = fields.filter((each) => each.closest("#row") && each.value.trim());
  byId("given").textContent = inRow.length ? inRow.map((each) => `${each.labels[0].textContent} ${each.value}`).join("　") : "（年度、上年值、预算数、分值……）";
  if (!question.target && !question.actual) {
    byId("answer").replaceChildren();
    byId("said").textContent = "";
    askAnswer.drop();
    return;
  }
  askAnswer(question, now);
}
function put(question) {
  for (const each of fields) each.value = question[each.name] ?? "";
  ask(true);
}
byId("question").addEventListener("input", () => ask(false));
byId("question").addEventListener("submit", (event) => { event.preventDefault(); ask(true); });
byId("clear").addEventListener("click", () => { put({}); byId("target").focus(); });
byId("examples").append(...start.examples.map(({ title, question }) => element("button", { type: "button", onclick: () => put(question) }, title)));

// The goal table: characters are counted as the program counts them, where JavaScript counts some twice.
const text = byId("text");
function offsets(value) {
  const places = [0];
  for (const each of value) places.push(places[places.length - 1] + each.length);
  return places;
}
function showMarks(value, notes) {
  const rank = { info: 1, warning: 2, error: 3 }, levels = new Uint8Array(value.length);
  for (const each of notes) for (let i = each.from; i < each.to; i++) levels[i] = Math.max(levels[i], rank[each.severity]);
  const pieces = [];
  for (let i = 0; i < value.length; ) {
    let j = i + 1;
    while (j < value.length && levels[j] === levels[i]) j++;
    const piece = value.slice(i, j);
    pieces.push(levels[i] ? element("mark", { className: ["", "info", "warning", "error"][levels[i]] }, piece) : piece);
    i = j;
  }
  byId("marks").replaceChildren(...pieces, "\n\n");
  follow();
}
function follow() {
  byId("marks").scrollTop = text.scrollTop;
  byId("marks").scrollLeft = text.scrollLeft;
}
function goTo(note) {
  text.focus();
  text.setSelectionRange(note.from, note.to);
  const line = text.value.slice(0, note.from).split("\n").length - 1;
  text.scrollTop = Math.max(0, line * Number.parseFloat(getComputedStyle(text).lineHeight) - text.clientHeight / 3);
  text.scrollLeft = 0;
}
function noteItem(note) {
  const place = note.place ? element("button", { type: "button", onclick: () => goTo(note) }, note.place) : "";
  return element("li", {}, mark(TONES[note.severity], note.label), " ", element("span", { className: "code" }, note.code), " ", place, element("p", {}, note.message));
}
function showNotes(data, asked) {
  if (asked.text !== text.value) return;
  const places = offsets(asked.text);
  const notes = data.notes.map((each) => ({ ...each, from: places[each.start] ?? 0, to: places[each.end] ?? 0 }));
  showMarks(asked.text, notes);
  byId("notes").replaceChildren(...notes.map(noteItem));
  const counts = Object.entries(LABELS).map(([severity, name]) => [name, notes.filter((each) => each.severity === severity).length]);
  const found = counts.filter(([, count]) => count).map(([name, count]) => `${name}${count}处`).join("，");
  byId("counts").textContent = data.tables === undefined ? found : `目标表${data.tables}张，指标${data.indicators}个。${found || (asked.text.trim() ? "没有发现问题" : "还没有写")}。`;
}
const askCheck = asker("/check", showNotes, 350);
const check = (now) => askCheck({ text: text.value }, now);
const askFormat = asker("/format", (data, asked) => {
  if (asked.text !== text.value) return;
  if (data.notes.length) { showNotes(data, asked); return; }
  if (data.text === text.value) { byId("counts").textContent = "已经是排好的。"; return; }
  const caret = text.selectionStart, line = text.value.slice(0, caret).split("\n").length - 1;
  text.focus();
  text.select();
  if (!document.execCommand("insertText", false, data.text)) text.value = data.text;  // the first way can be undone
  const place = data.text.split("\n").slice(0, line).join("\n").length;
  text.setSelectionRange(place, place);
  check(true);
}, 0);
text.addEventListener("input", () => { byId("marks").replaceChildren(); check(false); });
text.addEventListener("scroll", follow);
byId("format").addEventListener("click", () => askFormat({ text: text.value }, true));
byId("tables").append(...start.tables.map((each) => element("button", { type: "button", onclick: () => { text.value = each.text; check(true); } }, each.title)));

// Tabs, as people use them with a keyboard: arrows move between them.
const tabs = [...document.querySelectorAll("[role=tab]")];
function choose(tab) {
  for (const each of tabs) {
    each.setAttribute("aria-selected", each === tab);
    each.tabIndex = each === tab ? 0 : -1;
    byId(each.getAttribute("aria-controls")).hidden = each !== tab;
  }
  if (tab.id === "tab-table") {
    if (!text.value) text.value = start.text || start.tables[0].text;
    check(true);
  }
}
for (const [index, tab] of tabs.entries()) {
  tab.addEventListener("click", () => choose(tab));
  tab.addEventListener("keydown", (event) => {
    const move = { ArrowRight: index + 1, ArrowLeft: index - 1, Home: 0, End: tabs.length - 1 }[event.key];
    if (move === undefined) return;
    event.preventDefault();
    const next = tabs[(move + tabs.length) % tabs.length];
    choose(next);
    next.focus();
  });
}
if (start.own.length) byId("own").textContent = `自己的评分办法：${start.own.join("、")}。`;
ask(true);
byId("target").focus();
