<?php
// AsyncAws: an SDK that is not of AWS's making. It sends, and is refused.
require '/usr/share/php/AsyncAws/Ses/autoload.php';

use AsyncAws\Ses\Exception\MessageRejectedException;
use AsyncAws\Ses\SesClient;

[, $endpoint, $key, $secret, $domain, $subject] = $argv;
$ses = new SesClient([
    'endpoint' => $endpoint, 'region' => 'us-east-1', 'accessKeyId' => $key,
    'accessKeySecret' => $secret,
]);
$mail = fn (string $from) => [
    'FromEmailAddress' => $from,
    'Destination' => ['ToAddresses' => ['you@inbox.example'], 'CcAddresses' => ['cc@inbox.example']],
    'Content' => ['Simple' => [
        'Subject' => ['Data' => "$subject v2", 'Charset' => 'UTF-8'],
        'Body' => ['Text' => ['Data' => 'grün'], 'Html' => ['Data' => '<i>grün</i>']],
    ]],
    'EmailTags' => [['Name' => 'sdk', 'Value' => 'php']],
];
$told = ['v2' => $ses->sendEmail($mail("me@$domain"))->getMessageId()];
$raw = "From: me@$domain\r\nTo: you@inbox.example\r\nSubject: $subject raw\r\n\r\nraw\r\n";
$told['raw'] = $ses->sendEmail(['Content' => ['Raw' => ['Data' => $raw]]])->getMessageId();
try {
    $ses->sendEmail($mail('me@nobody.example'))->resolve();
} catch (MessageRejectedException $error) {
    $told['v2 refused'] = $error->getAwsMessage();
}
echo json_encode($told);
