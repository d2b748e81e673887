extension MessagePage {
    static let template = PageTemplate(
        """
        <nav class="bar" aria-label="Message">
        <p><a href="/">← Inbox</a></p>
        <p class="actions"><a href="/_waxwing/messages/{{id}}/raw">Download .eml</a> \
        <a href="/_waxwing/messages/{{id}}">JSON</a></p>
        </nav>
        <div class="message">
        <article>
        <h1><bdi>{{subject}}</bdi></h1>
        <dl class="fields">
        {{#mainFields}}
        <div><dt>{{label}}</dt><dd><bdi>{{value}}</bdi></dd></div>
        {{/mainFields}}
        <div><dt>Received</dt><dd><time datetime="{{received.machine}}">{{received.human}}</time></dd></div>
        </dl>
        <nav class="tabs" aria-label="Views of the message">
        {{#tabs}}<a href="/messages/{{id}}?view={{name}}"{{#isCurrent}} aria-current="page"{{/isCurrent}}>\
        {{tabLabel}}</a>
        {{/tabs}}
        </nav>
        {{#notes}}<p class="note">{{.}}</p>
        {{/notes}}
        {{#isEmptyMessage}}<p class="note">This message has no text.</p>
        {{/isEmptyMessage}}
        {{#showsHTML}}
        <iframe class="html" title="The HTML of the message" src="/_waxwing/messages/{{id}}/html" \
        sandbox="allow-popups allow-popups-to-escape-sandbox" referrerpolicy="no-referrer"></iframe>
        <p class="quiet beneath">Scripts and pictures from elsewhere are off. Links open in a new tab.</p>
        {{/showsHTML}}
        {{#hasSegments}}
        <pre class="text" tabindex="0" aria-label="Text">{{#segments}}{{#isLink}}<a href="{{words}}" \
        target="_blank" rel="noopener noreferrer">{{words}}</a>{{/isLink}}{{^isLink}}{{words}}{{/isLink}}\
        {{/segments}}</pre>
        {{/hasSegments}}
        {{#hasHeaderRows}}
        <dl class="headers">
        {{#headerRows}}
        <div><dt>{{label}}</dt><dd>{{value}}</dd></div>
        {{/headerRows}}
        </dl>
        {{/hasHeaderRows}}
        {{#source}}
        <pre class="source" tabindex="0" aria-label="Source">{{.}}</pre>
        {{/source}}
        </article>
        <aside>
        <section aria-labelledby="checks">
        <h2 id="checks">Authentication</h2>
        <ul class="verdicts">
        {{#verdicts}}
        <li><p><strong>{{mechanism}}</strong> <span class="badge {{tone}}"><span aria-hidden="true">\
        {{sign}}</span> {{result}}</span></p>
        <p>{{explanation}}</p>
        {{#facts}}<p class="fact"><span>{{label}}</span> <code>{{value}}</code></p>
        {{/facts}}
        </li>
        {{/verdicts}}
        </ul>
        {{#hasTrace}}
        <details class="trace"><summary>How this came about</summary>
        <ol>
        {{#trace}}
        <li class="depth{{depth}}"><span class="sign {{tone}}" aria-hidden="true">{{sign}}</span> \
        <bdi>{{words}}</bdi></li>
        {{/trace}}
        </ol>
        </details>
        {{/hasTrace}}
        </section>
        {{#hasAttachments}}
        <section aria-labelledby="attachments">
        <h2 id="attachments">Attachments</h2>
        <ul class="attachments">
        {{#attachments}}
        <li><a href="/_waxwing/messages/{{id}}/parts/{{index}}"><bdi>{{name}}</bdi></a> \
        <span class="quiet">{{type}} · {{size}}{{#isInline}} · inline{{/isInline}}</span></li>
        {{/attachments}}
        </ul>
        </section>
        {{/hasAttachments}}
        <section aria-labelledby="envelope">
        <h2 id="envelope">Envelope</h2>
        <dl class="facts">
        {{#envelope}}
        <div><dt>{{label}}</dt><dd>{{value}}</dd></div>
        {{/envelope}}
        </dl>
        </section>
        </aside>
        </div>

        """)
}
