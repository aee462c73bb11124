// Runs before the first paint, so that a chosen theme does not flash. Not a module: those wait for the page.
try {
  const theme = localStorage.getItem("imbroglio-theme");
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
} catch {
  // A browser that keeps nothing follows the system.
}
