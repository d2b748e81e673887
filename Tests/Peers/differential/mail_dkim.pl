# Verifies messages with Mail::DKIM: mail_dkim.pl NOW ZONE.json FILE... prints a line of JSON each.
use strict;
use warnings;

my $now;

BEGIN {
    $now = shift @ARGV;
    *CORE::GLOBAL::time = sub { $now };
}
use JSON::PP;
use MIME::Base64;
use Mail::DKIM::Verifier;
use Mail::DKIM::DNS;
use Net::DNS;

my ($zone, @files) = @ARGV;
my $json = JSON::PP->new->canonical;
open my $in, '<', $zone or die "$zone: $!";
my $names = $json->decode(join '', <$in>);
close $in;
my @found;

{
    no warnings 'redefine';

    # A name has a list of records, each a list of strings; or none; or a failure.
    *Mail::DKIM::DNS::query = sub {
        my ($domain, $type) = @_;
        (my $name = lc $domain) =~ s/\.$//;
        my $records = $names->{$name};
        if (!defined $records) { $@ = 'NXDOMAIN'; return }
        die "DNS error: SERVFAIL\n" unless ref $records;
        $@ = 'NOERROR';
        return map {
            Net::DNS::RR->new(
                owner => 'x.example', type => 'TXT', txtdata => [map { decode_base64($_) } @$_])
        } @$records;
    };

    # Those that it cannot parse keep their place.
    my $handle = \&Mail::DKIM::Verifier::handle_header;
    *Mail::DKIM::Verifier::handle_header = sub {
        my ($self, $name) = @_;
        my $before = @{ $self->{signatures} };
        $handle->(@_);
        return unless lc $name eq 'dkim-signature';
        push @found, @{ $self->{signatures} } > $before ? $self->{signatures}[-1] : undef;
    };
}

for my $file (@files) {
    @found = ();
    my $error;
    eval {
        my $dkim = Mail::DKIM::Verifier->new;
        open my $message, '<:raw', $file or die "$file: $!";
        local $/;
        $dkim->PRINT(scalar <$message>);
        $dkim->CLOSE;
        1;
    } or $error = $@;
    print $json->encode({
        error => $error,
        signatures => [map { [$_ ? $_->result : 'unparsed', $_ ? $_->result_detail : ''] } @found],
    }), "\n";
}
