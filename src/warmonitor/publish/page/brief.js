// Ties words of the report to what rests on them, both ways. Without it the links alone still lead there and back.
(() => {
  const words = [...document.querySelectorAll(".ev[data-ids]")].map((el) => ({ el, ids: el.dataset.ids.split(" ") }));
  const ties = new Map([...document.querySelectorAll("[data-tie]")].map((el) => [el.dataset.tie, el]));
  const restsOn = (id) => words.filter((w) => w.ids.includes(id)).map((w) => w.el);
  const light = (elements, on) => elements.forEach((el) => el.classList.toggle("hot", on));
  const pair = (el, others) => {
    for (const [type, on] of [["mouseenter", true], ["focus", true], ["mouseleave", false], ["blur", false]])
      el.addEventListener(type, () => light(others(), on));
  };
  words.forEach(({ el, ids }) => pair(el, () => ids.map((id) => ties.get(id)).filter(Boolean)));
  ties.forEach((el, id) => {
    pair(el, () => restsOn(id));
    el.addEventListener("click", (event) => {
      const [first] = restsOn(id);
      if (!first) return;
      event.preventDefault();
      first.scrollIntoView({ block: "center", behavior: "smooth" });
      first.focus({ preventScroll: true });
    });
  });
})();
