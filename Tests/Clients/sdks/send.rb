# The AWS SDK for Ruby, version 1: sends, lists, and is refused by v1 of the API.
require 'json'
require 'aws-sdk-v1'

endpoint, key, secret, domain, subject = ARGV
uri = URI(endpoint)
AWS.config(
  access_key_id: key, secret_access_key: secret, region: 'us-east-1', use_ssl: false,
  simple_email_service_endpoint: uri.host, simple_email_service_port: uri.port, max_retries: 0
)
ses = AWS::SimpleEmailService.new
told = {}
told['v1'] = ses.send_email(
  subject: "#{subject} v1", from: "me@#{domain}", to: 'you@inbox.example', cc: 'cc@inbox.example',
  body_text: 'grün', body_html: '<i>grün</i>'
)[:message_id]
raw = "From: me@#{domain}\r\nTo: you@inbox.example\r\nSubject: #{subject} raw\r\n\r\nraw\r\n"
told['raw'] = ses.send_raw_email(raw)[:message_id]
begin
  ses.send_email(subject: 's', from: 'me@nobody.example', to: 'you@inbox.example', body_text: 'x')
rescue AWS::SimpleEmailService::Errors::MessageRejected => error
  told['v1 refused'] = error.message
end
told['v1 identities'] = []
ses.identities.each(batch_size: 2) { |identity| told['v1 identities'] << identity.identity }
identity = ses.identities[domain]
told['verified'] = identity.verified?
told['tokens'] = identity.dkim_attributes[:dkim_tokens] rescue told['tokens'] = nil
told['quota'] = ses.quotas[:max_24_hour_send]
told['statistics'] = ses.statistics.map { |point| point[:delivery_attempts] }
puts JSON.generate(told)
