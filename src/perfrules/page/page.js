"use strict";
// Everything on the page can be read without this script; it adds sorting, searching, and opens what is linked or printed.
for (const table of document.querySelectorAll("table.sortable")) {
  const body = table.tBodies[0];
  const rows = [...body.rows];
  const heads = [...table.tHead.rows[0].cells];
  const search = table.previousElementSibling;
  const input = search.querySelector("input");
  const order = search.querySelector("select");
  const found = search.querySelector("[role=status]");
  const words = new Intl.Collator("zh-CN", { numeric: true });

  const hasKeys = (column) => "keys" in heads[column].dataset;
  const compare = (column) => (one, other) => {
    const [a, b] = [one.cells[column], other.cells[column]];
    if (!hasKeys(column)) return words.compare(a.textContent.trim(), b.textContent.trim());
    return Number(a.dataset.key) - Number(b.dataset.key);
  };
  // A cell without a number comes last, whichever way the others are sorted.
  const isBlank = (row, column) => hasKeys(column) && row.cells[column].dataset.key === undefined;
  const sort = (choice) => {
    const [number, way] = choice.split(" ");
    const column = Number(number);
    let sorted = rows;
    if (choice) {
      const last = rows.filter((row) => isBlank(row, column));
      sorted = rows.filter((row) => !isBlank(row, column)).sort(compare(column));
      if (way === "down") sorted.reverse();
      sorted = [...sorted, ...last];
    }
    heads.forEach((head, index) => {
      const chosen = choice && index === column;
      head.setAttribute("aria-sort", !chosen ? "none" : way === "down" ? "descending" : "ascending");
    });
    order.value = choice;
    body.append(...sorted);
  };
  heads.forEach((head, index) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = head.textContent;
    head.replaceChildren(button);
    head.setAttribute("aria-sort", "none");
    button.addEventListener("click", () => {
      sort(`${index} ${head.getAttribute("aria-sort") === "ascending" ? "down" : "up"}`);
    });
  });
  order.addEventListener("change", () => sort(order.value));

  const texts = new Map(rows.map((row) => [row, row.textContent.toLowerCase().replace(/\s+/g, "")]));
  const show = () => {
    const wanted = input.value.toLowerCase().split(/\s+/).filter(Boolean);
    let count = 0;
    for (const row of rows) {
      row.hidden = !wanted.every((word) => texts.get(row).includes(word));
      count += row.hidden ? 0 : 1;
    }
    found.textContent = wanted.length ? `找到${count}个，共${rows.length}个` : `共${rows.length}个${found.dataset.sought}`;
  };
  input.addEventListener("input", show);
  search.hidden = false;
  show();
}

const reveal = (hash) => {
  const target = hash && document.getElementById(decodeURIComponent(hash.slice(1)));
  const closed = target && target.closest("details:not([open])");
  if (closed) {
    closed.open = true;
    target.scrollIntoView();
  }
};
for (const link of document.querySelectorAll('a[href^="#"]')) link.addEventListener("click", () => reveal(link.hash));
addEventListener("hashchange", () => reveal(location.hash));
reveal(location.hash);

// On paper nothing can be clicked: open every reason inside of what is open, and close it again afterwards.
let opened = [];
addEventListener("beforeprint", () => {
  opened = [...document.querySelectorAll("details[data-why]:not([open])")].filter((each) => {
    const around = each.parentElement.closest("details");
    return !around || around.open;
  });
  for (const each of opened) each.open = true;
});
addEventListener("afterprint", () => {
  for (const each of opened) each.open = false;
  opened = [];
});
