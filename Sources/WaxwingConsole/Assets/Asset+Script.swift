extension Asset {
    /// Makes the pages nicer; they work without it.
    static let javaScript = #"""
        "use strict";

        // Moments in the reader's own time.
        function localTimes(root) {
          const today = new Date().toDateString();
          const thisYear = new Date().getFullYear();
          for (const element of root.querySelectorAll("time")) {
            const moment = new Date(element.dateTime);
            if (isNaN(moment)) continue;
            element.title = element.textContent;
            element.textContent = moment.toDateString() === today
              ? moment.toLocaleTimeString()
              : moment.toLocaleString([], {
                  year: moment.getFullYear() === thisYear ? undefined : "numeric",
                  month: "short", day: "numeric", hour: "2-digit", minute: "2-digit",
                });
          }
        }

        // A button that copies each example; clipboards are open to secure pages only.
        function copyButtons(root) {
          if (!navigator.clipboard) return;
          for (const box of root.querySelectorAll(".code")) {
            const button = document.createElement("button");
            button.type = "button";
            button.textContent = "Copy";
            button.addEventListener("click", async () => {
              await navigator.clipboard.writeText(box.querySelector("pre").innerText);
              button.textContent = "Copied";
              setTimeout(() => { button.textContent = "Copy"; }, 1500);
            });
            box.append(button);
          }
        }

        // Looks whether something has come in, and shows it without moving the reader.
        async function refresh() {
          const shown = document.querySelector("[data-inbox]");
          const reply = await fetch("/_waxwing/messages?limit=1");
          if (!reply.ok) return;
          const newest = (await reply.json()).messages[0]?.id ?? "";
          if (newest === shown.dataset.newest || document.querySelector(".reset[open]")) return;
          const page = await fetch(location.href);
          if (!page.ok) return;
          const parsed = new DOMParser().parseFromString(await page.text(), "text/html");
          const next = parsed.querySelector("[data-inbox]");
          if (!next) return;
          const focused = document.activeElement?.getAttribute("href");
          const known = Number(shown.dataset.newest || 0);
          for (const row of next.querySelectorAll("tr[data-id]")) {
            if (Number(row.dataset.id) > known) row.classList.add("arrived");
          }
          localTimes(next);
          copyButtons(next);
          shown.replaceWith(next);
          if (focused) next.querySelector(`a[href="${CSS.escape(focused)}"]`)?.focus();
        }

        localTimes(document);
        copyButtons(document);
        if (document.querySelector("[data-inbox]")) {
          const look = async () => {
            try { if (!document.hidden) await refresh(); } catch { /* it is restarting: try on */ }
          };
          const again = () => setTimeout(async () => { await look(); again(); }, 1500);
          again();
          document.addEventListener("visibilitychange", look);
        }

        """#
}
