// Makes the modules that lie in this file importable: each becomes a blob, and an import map names them. Not a module itself.
{
  const modules = JSON.parse(document.getElementById("modules").textContent);
  const map = document.createElement("script");
  map.type = "importmap";
  map.nonce = document.currentScript.nonce;
  map.textContent = JSON.stringify({
    imports: Object.fromEntries(Object.entries(modules).map(([name, text]) => [name, URL.createObjectURL(new Blob([text], {type: "text/javascript"}))])),
  });
  document.head.append(map);
  import("explorer/js/offline/boot.js");
}
