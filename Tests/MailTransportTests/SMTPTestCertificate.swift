/// A certificate for `mx.example`, signed by itself, valid until the year 2126.
///
/// Made with `openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes
/// -days 36500 -subj /CN=mx.example -addext subjectAltName=DNS:mx.example`; the key is used
/// nowhere but in these tests.
enum SMTPTestCertificate {
    static let certificate = """
        -----BEGIN CERTIFICATE-----
        MIIBlzCCAT6gAwIBAgIUXWE/1yUQ/OPCS8IvDAYmkMX4au4wCgYIKoZIzj0EAwIw
        FTETMBEGA1UEAwwKbXguZXhhbXBsZTAgFw0yNjExMjQwMDAwMTZaGA8yMTI2MTAz
        MTAwMDAxNlowFTETMBEGA1UEAwwKbXguZXhhbXBsZTBZMBMGByqGSM49AgEGCCqG
        SM49AwEHA0IABMBak9NC/0HHkouY9tXtOpm1Uw+o4XihEpYY8jCUMq8i5HwDlHFO
        4V1qhx7IuA+cB3fQT0bjVHD2t1EXR1vXLhujajBoMB0GA1UdDgQWBBQvzWBxxDDS
        pAWgQqQpazjHG5gK/TAfBgNVHSMEGDAWgBQvzWBxxDDSpAWgQqQpazjHG5gK/TAP
        BgNVHRMBAf8EBTADAQH/MBUGA1UdEQQOMAyCCm14LmV4YW1wbGUwCgYIKoZIzj0E
        AwIDRwAwRAIgPwgt3elDHe1iiZs3vMrLfL5MaLSZbd6cV3umbRBG/q4CIFWvRZIe
        cIYyY0S/7qbmmRknaW/ZzcQ7erim0ZH4xpEo
        -----END CERTIFICATE-----
        """

    static let privateKey = """
        -----BEGIN PRIVATE KEY-----
        MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgfUqACDuxJXWrAwmK
        0wMR1sql3Je8BWkkK/dJCjl86kGhRANCAATAWpPTQv9Bx5KLmPbV7TqZtVMPqOF4
        oRKWGPIwlDKvIuR8A5RxTuFdaoceyLgPnAd30E9G41Rw9rdRF0db1y4b
        -----END PRIVATE KEY-----
        """
}
