import Hummingbird

/// The inbox before the first message: how to send one, ready to paste.
struct EmptyInboxPage: Sendable {
    let info: ConsoleInfo

    var response: Response { .page(Self.template.render(info, title: "Waxwing inbox")) }

    private static let template = PageTemplate(
        #"""
        <section class="empty" data-inbox data-newest="">
        <noscript><p class="quiet">Reload this page to see new mail.</p></noscript>
        <h1>No mail yet</h1>
        <p class="lead">Whatever you send through Waxwing arrives on this page, whoever it is \#
        addressed to. Nothing leaves this machine. Any access key works.</p>

        <h2 id="boto3">Python</h2>
        <div class="code"><pre tabindex="0" aria-labelledby="boto3"><code>import boto3
        ses = boto3.client("sesv2", endpoint_url="{{endpoint}}",
                           region_name="us-east-1",
                           aws_access_key_id="any", aws_secret_access_key="any")
        ses.create_email_identity(EmailIdentity="example.com")
        ses.send_email(
            FromEmailAddress="hello@example.com",
            Destination={"ToAddresses": ["you@example.net"]},
            Content={"Simple": {"Subject": {"Data": "First mail"},
                                "Body": {"Text": {"Data": "It works."}}}})
        </code></pre></div>

        <h2 id="aws">Command line</h2>
        <div class="code"><pre tabindex="0" aria-labelledby="aws"><code>export AWS_ENDPOINT_URL_SES={{endpoint}}
        export AWS_ENDPOINT_URL_SESV2={{endpoint}}
        export AWS_ACCESS_KEY_ID=any AWS_SECRET_ACCESS_KEY=any AWS_REGION=us-east-1
        aws sesv2 create-email-identity --email-identity example.com
        aws sesv2 send-email --from-email-address hello@example.com \
          --destination ToAddresses=you@example.net \
          --content 'Simple={Subject={Data="First mail"},Body={Text={Data="It works."}}}'
        </code></pre></div>

        <h2 id="smtp">SMTP</h2>
        <div class="code"><pre tabindex="0" aria-labelledby="smtp"><code>swaks --server {{smtpAddress}} --from hello@example.com --to you@example.net \
          --header "Subject: First mail" --body "It works."
        </code></pre></div>
        <p class="quiet">SMTP sends for identities that exist, as SES does: create one first. The MX at \#
        {{mxAddress}} takes mail from anybody, as if it came from outside.</p>

        <h2>Where everything is</h2>
        <dl class="facts">
        <div><dt>API and inbox</dt><dd>{{endpoint}}</dd></div>
        <div><dt>SMTP submission</dt><dd>{{smtpAddress}}</dd></div>
        <div><dt>MX</dt><dd>{{mxAddress}}</dd></div>
        <div><dt>DNS</dt><dd>{{dnsAddress}}</dd></div>
        <div><dt>For tests</dt><dd><a href="/_waxwing/messages">/_waxwing/messages</a></dd></div>
        </dl>
        </section>

        """#)
}
