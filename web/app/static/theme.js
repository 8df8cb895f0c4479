// Sets the chosen theme before anything is drawn, so that the page never flashes in the other one.
try {
  const theme = localStorage.getItem("rollcall-theme");
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
} catch {
  // Where the browser keeps nothing, the device's own theme holds.
}
