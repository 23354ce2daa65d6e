// SPDX-License-Identifier: Apache-2.0
// Reads values back from what is drawn: temperatures from the colours of a map, histories from the points of a curve.
(() => {
  const tip = document.getElementById("tip");
  const known = new Map(PALETTE.map((colour, i) => [colour, i]));
  const show = (event, text) => {
    tip.hidden = !text;
    if (!text) return;
    tip.textContent = text;
    const room = document.documentElement.clientWidth - tip.offsetWidth - 6;
    tip.style.left = Math.max(2, Math.min(event.clientX + 14, room)) + "px";
    tip.style.top = Math.max(2, event.clientY - tip.offsetHeight - 10) + "px";
  };
  const place = (svg, event) => {
    const point = new DOMPoint(event.clientX, event.clientY);
    return point.matrixTransform(svg.getScreenCTM().inverse());
  };
  const pixels = image => {
    if (!image.pixels) {
      const picture = new Image();
      image.pixels = new Promise(done => {
        picture.onload = () => {
          const canvas = document.createElement("canvas");
          canvas.width = picture.naturalWidth;
          canvas.height = picture.naturalHeight;
          const pen = canvas.getContext("2d", {willReadFrequently: true});
          pen.drawImage(picture, 0, 0);
          done({pen, width: canvas.width, height: canvas.height});
        };
      });
      picture.src = image.getAttribute("href");
    }
    return image.pixels;
  };
  const temperature = async (svg, image, x, y) => {
    const box = image.getBBox(), grid = await pixels(image);
    const i = Math.floor((x - box.x) / box.width * grid.width), j = Math.floor((y - box.y) / box.height * grid.height);
    if (i < 0 || j < 0 || i >= grid.width || j >= grid.height) return null;
    const [r, g, b, a] = grid.pen.getImageData(i, j, 1, 1).data;
    const at = a ? known.get(r << 16 | g << 8 | b) : undefined;
    const low = +svg.dataset.low, high = +svg.dataset.high;
    return at === undefined ? null : low + (high - low) * (at + 0.5) / PALETTE.length;
  };
  document.querySelectorAll("svg.map, svg.section[data-low]").forEach(svg => {
    const image = svg.querySelector("image.field");
    svg.addEventListener("pointermove", async event => {
      const {x, y} = place(svg, event);
      const t = await temperature(svg, image, x, y);
      show(event, t === null ? "" : t.toFixed(1) + " °C" + (svg.classList.contains("map") ? "\n(" + x.toFixed(0) + ", " + y.toFixed(0) + ") mm" : ""));
    });
    svg.addEventListener("pointerleave", event => show(event, ""));
  });
  const curve = path => path.points ||= path.getAttribute("d").slice(1).split(" ").map(Number);
  const value = (points, x) => {
    let k = 2;
    while (k < points.length - 2 && points[k] < x) k += 2;
    const span = points[k] - points[k - 2];
    const share = span ? Math.min(1, Math.max(0, (x - points[k - 2]) / span)) : 1;
    return points[k - 1] + share * (points[k + 1] - points[k - 1]);
  };
  document.querySelectorAll("svg.plot").forEach(svg => {
    const {x0, x1, y0, y1, box, unit, time} = svg.dataset;
    const [left, top, right, bottom] = box.split(" ").map(Number);
    const rule = document.createElementNS(svg.namespaceURI, "line");
    rule.setAttribute("y1", top);
    rule.setAttribute("y2", bottom);
    rule.setAttribute("stroke", "#8a939c");
    rule.style.display = "none";
    svg.append(rule);
    svg.addEventListener("pointermove", event => {
      const x = Math.min(right, Math.max(left, place(svg, event).x));
      rule.setAttribute("x1", x);
      rule.setAttribute("x2", x);
      rule.style.display = "";
      const t = +x0 + (x1 - x0) * (x - left) / (right - left);
      const lines = [...svg.querySelectorAll("path.curve")].map(path => {
        const v = +y1 - (y1 - y0) * (value(curve(path), x) - top) / (bottom - top);
        return v.toFixed(unit === "W" ? 2 : 1) + " " + unit + "  " + path.dataset.name;
      });
      show(event, t.toFixed(1) + " " + time + "\n" + lines.join("\n"));
    });
    svg.addEventListener("pointerleave", event => { rule.style.display = "none"; show(event, ""); });
  });
})();
