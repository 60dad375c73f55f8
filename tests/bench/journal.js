// The floor of keeping: one value in both stores for each key; and reading many, as JSON.
const opening = indexedDB.open("floor");
opening.onupgradeneeded = () => opening.result.createObjectStore("entries");
const root = document.documentElement.dataset;
let read = 0;
for (let at = 0; at < localStorage.length; at++) {
  const value = localStorage.getItem(localStorage.key(at));
  if (value.startsWith("1 ")) read += Object.keys(JSON.parse(value.slice(value.indexOf(" ", 2)))).length;
}
root.read = read;
opening.onsuccess = () => {
  const put = (name, value) => {
    const writing = opening.result.transaction("entries", "readwrite");
    writing.objectStore("entries").put(value, name);
    writing.oncomplete = () => { root.saved = "true"; };
    writing.commit?.();
  };
  let count = 0;
  const value = "x".repeat(300);
  addEventListener("keydown", (event) => {
    if (event.key !== "1") return;
    const name = `floor/${count++}`;
    root.saved = "false";
    localStorage.setItem(name, value);
    put(name, value);
  });
  root.floor = "1";
  root.hashiya = "1";
  root.rest = "1";
  root.saved = "true";
};
