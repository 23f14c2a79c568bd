// Gives each frame of this Folkmoot the height of what it shows. Whoever embeds a debate loads it; it reads and sends nothing.
(function () {
  var home = new URL(document.currentScript.src).origin;
  addEventListener("message", function (event) {
    var height = event.data && event.data.folkmootHeight;
    if (event.origin !== home || typeof height !== "number" || !(height > 0 && height < 100000))
      return;
    document.querySelectorAll("iframe").forEach(function (frame) {
      if (frame.contentWindow === event.source) frame.style.height = Math.ceil(height) + "px";
    });
  });
})();
