package io.seedhouse.paygate.sandbox.page;

/** The test numbers as the page lists them, for people who try the shop out. */
final class TestNumbersTable {
    static final String HTML =
            """
            <details>
            <summary>Other test numbers</summary>
            <p>With any expiry to come and any security code:</p>
            <dl>
            <dt>4000 0025 0000 3155</dt><dd>asks for authentication</dd>
            <dt>4000 0084 0000 1629</dt><dd>asks for authentication, then is declined</dd>
            <dt>4000 0000 0000 0002</dt><dd>is declined</dd>
            <dt>4000 0000 0000 9995</dt><dd>has insufficient funds</dd>
            <dt>4000 0000 0000 0259</dt><dd>pays, then is disputed as fraudulent</dd>
            <dt>4000 0000 0000 2685</dt><dd>pays, then is disputed as not received</dd>
            <dt>4000 0000 0000 1976</dt><dd>pays, then the bank inquires</dd>
            <dt>4000 0000 0000 5423</dt><dd>pays, then the bank warns of fraud</dd>
            <dt>4000 0000 0000 7726</dt><dd>pays; a refund takes a while</dd>
            <dt>4000 0000 0000 5126</dt><dd>pays; a refund fails after a while</dd>
            </dl>
            <p>For SEPA Direct Debit, in euros, an account in place of the card and nothing else:</p>
            <dl>
            <dt>AT61 1904 3002 3457 3201</dt><dd>pays after 10 seconds</dd>
            <dt>AT86 1904 3002 3547 3202</dt><dd>fails after 10 seconds</dd>
            </dl>
            </details>\
            """;

    private TestNumbersTable() {}
}
