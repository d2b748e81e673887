// The AWS SDK for Go, version 2: sends, lists page by page, and is refused.
package main

import (
	"context"
	"encoding/json"
	"errors"
	"os"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/credentials"
	"github.com/aws/aws-sdk-go-v2/service/ses"
	sestypes "github.com/aws/aws-sdk-go-v2/service/ses/types"
	"github.com/aws/aws-sdk-go-v2/service/sesv2"
	"github.com/aws/aws-sdk-go-v2/service/sesv2/types"
)

func check(err error) {
	if err != nil {
		panic(err)
	}
}

func main() {
	endpoint, key, secret, domain, subject := os.Args[1], os.Args[2], os.Args[3], os.Args[4], os.Args[5]
	ctx := context.Background()
	provider := credentials.NewStaticCredentialsProvider(key, secret, "")
	v2 := sesv2.New(sesv2.Options{
		Region: "us-east-1", Credentials: provider,
		EndpointResolver: sesv2.EndpointResolverFromURL(endpoint),
	})
	v1 := ses.New(ses.Options{
		Region: "us-east-1", Credentials: provider,
		EndpointResolver: ses.EndpointResolverFromURL(endpoint),
	})
	told := map[string]interface{}{}

	content := &types.EmailContent{Simple: &types.Message{
		Subject: &types.Content{Data: aws.String(subject + " v2"), Charset: aws.String("UTF-8")},
		Body:    &types.Body{Text: &types.Content{Data: aws.String("grün")}},
	}}
	to := &types.Destination{ToAddresses: []string{"you@inbox.example"}}
	sent, err := v2.SendEmail(ctx, &sesv2.SendEmailInput{
		FromEmailAddress: aws.String("me@" + domain), Destination: to, Content: content,
		EmailTags: []types.MessageTag{{Name: aws.String("sdk"), Value: aws.String("go")}},
	})
	check(err)
	told["v2"] = *sent.MessageId

	_, err = v2.SendEmail(ctx, &sesv2.SendEmailInput{
		FromEmailAddress: aws.String("me@nobody.example"), Destination: to, Content: content,
	})
	var rejected *types.MessageRejected
	if errors.As(err, &rejected) {
		told["v2 refused"] = rejected.ErrorMessage()
	}
	_, err = v2.GetConfigurationSet(ctx, &sesv2.GetConfigurationSetInput{
		ConfigurationSetName: aws.String("none"),
	})
	var missing *types.NotFoundException
	told["v2 missing"] = errors.As(err, &missing)

	names := []string{}
	pages := sesv2.NewListEmailIdentitiesPaginator(v2, &sesv2.ListEmailIdentitiesInput{PageSize: aws.Int32(2)})
	for pages.HasMorePages() {
		page, err := pages.NextPage(ctx)
		check(err)
		for _, identity := range page.EmailIdentities {
			names = append(names, *identity.IdentityName)
		}
	}
	told["v2 identities"] = names
	account, err := v2.GetAccount(ctx, &sesv2.GetAccountInput{})
	check(err)
	told["quota"] = account.SendQuota.Max24HourSend

	raw := "From: me@" + domain + "\r\nTo: you@inbox.example\r\nSubject: " + subject + " v1\r\n\r\nraw\r\n"
	sent1, err := v1.SendRawEmail(ctx, &ses.SendRawEmailInput{
		RawMessage: &sestypes.RawMessage{Data: []byte(raw)},
	})
	check(err)
	told["v1"] = *sent1.MessageId
	_, err = v1.SendRawEmail(ctx, &ses.SendRawEmailInput{
		RawMessage: &sestypes.RawMessage{Data: []byte("From: me@nobody.example\r\nTo: a@b.example\r\n\r\nx")},
	})
	var rejected1 *sestypes.MessageRejected
	if errors.As(err, &rejected1) {
		told["v1 refused"] = rejected1.ErrorMessage()
	}
	names = []string{}
	pages1 := ses.NewListIdentitiesPaginator(v1, &ses.ListIdentitiesInput{MaxItems: aws.Int32(2)})
	for pages1.HasMorePages() {
		page, err := pages1.NextPage(ctx)
		check(err)
		names = append(names, page.Identities...)
	}
	told["v1 identities"] = names
	statistics, err := v1.GetSendStatistics(ctx, &ses.GetSendStatisticsInput{})
	check(err)
	for _, point := range statistics.SendDataPoints {
		told["timestamp"] = point.Timestamp.Unix()
	}

	check(json.NewEncoder(os.Stdout).Encode(told))
}
