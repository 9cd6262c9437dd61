using Kindred.Core.Basics;
using Kindred.Core.Standards;
using Xunit;

namespace Kindred.Tests.Standards;

public sealed class MoneyTests
{
    [Theory]
    [InlineData("₩1,250,000", 1250000, "KRW")]
    [InlineData("125억 원", 12500000000, "KRW")]
    [InlineData("1조 2,300억 원", 1230000000000, "KRW")]
    [InlineData("3억 5천만원", 350000000, "KRW")]
    [InlineData("1,250백만원", 1250000000, "KRW")]
    [InlineData("$1.2M", 1200000, "USD")]
    [InlineData("USD 1,200.50", 1200.5, "USD")]
    [InlineData("1.234,56 €", 1234.56, "EUR")]
    [InlineData("(1,234)", -1234, null)]
    [InlineData("-₩500", -500, "KRW")]
    [InlineData("△1,000", -1000, null)]
    [InlineData("¥120,000", 120000, "JPY")]
    [InlineData("12k", 12000, null)]
    [InlineData("3 million dollars", 3000000, null)]
    [InlineData("１２３만원", 1230000, "KRW")]
    public void Read_AmountAsWritten_IsUnderstood(string text, double major, string? currency)
    {
        var amount = AmountText.Read(text)!;
        Assert.Equal(((decimal)major, currency, false), (amount.Major, amount.Currency, amount.IsAtLeast));
    }

    [Fact]
    public void Read_LowerBound_IsMarked()
    {
        var amount = AmountText.Read("연매출 100억 이상")!;
        Assert.Equal((10_000_000_000m, true), (amount.Major, amount.IsAtLeast));
    }

    [Theory]
    [InlineData("")]
    [InlineData("협의")]
    [InlineData("1억 2억")]
    [InlineData("100 ~ 200")]
    public void Read_NoneOrTwoAmounts_IsNull(string text) => Assert.Null(AmountText.Read(text));

    [Theory]
    [InlineData("매출액 (단위: 백만원)", 1000000, "KRW")]
    [InlineData("매출(억원)", 100000000, "KRW")]
    [InlineData("Revenue ($K)", 1000, "USD")]
    [InlineData("ARR (USD)", 1, "USD")]
    [InlineData("금액 [천원]", 1000, "KRW")]
    [InlineData("Amount (in millions)", 1000000, null)]
    public void OfHeader_UnitInBrackets_IsRead(string header, double scale, string? currency) =>
        Assert.Equal(new MoneyUnit((decimal)scale, currency), MoneyUnit.OfHeader(header));

    [Theory]
    [InlineData("Amount")]
    [InlineData("Phone (mobile)")]
    [InlineData("사용자 수 (명)")]
    public void OfHeader_NoUnit_IsNull(string header) => Assert.Null(MoneyUnit.OfHeader(header));

    [Theory]
    [InlineData(12_500_000_000, "KRW", "125억 원", "₩12.5B")]
    [InlineData(1_230_000_000_000, "KRW", "1조 2,300억 원", "₩1,230B")]
    [InlineData(35_000_000, "KRW", "3,500만 원", "₩35M")]
    [InlineData(9_900, "KRW", "9,900 원", "₩9.9k")]
    [InlineData(120_000_000, "USD", "$1.2M", "$1.2M")]
    [InlineData(-150_000, "USD", "-$1.5k", "-$1.5k")]
    [InlineData(0, "KRW", "0 원", "₩0")]
    public void Short_Amount_ReadsNaturally(long minor, string currency, string ko, string en)
    {
        Assert.Equal(ko, MoneyText.Short(new Money(minor, currency), Language.Korean));
        Assert.Equal(en, MoneyText.Short(new Money(minor, currency), Language.English));
    }

    [Fact]
    public void Full_Amount_IsGroupedWithItsDecimals()
    {
        Assert.Equal("₩1,250,000", MoneyText.Full(new Money(1_250_000, "KRW")));
        Assert.Equal("-$1,250.50", MoneyText.Full(new Money(-125_050, "USD")));
    }

    [Theory]
    [InlineData("공급가액", VatBasis.Supply)]
    [InlineData("합계금액", VatBasis.Included)]
    [InlineData("Amount (VAT 포함)", VatBasis.Included)]
    [InlineData("금액(부가세 별도)", VatBasis.Supply)]
    [InlineData("세액", VatBasis.TaxOnly)]
    [InlineData("Amount", VatBasis.Unknown)]
    public void OfHeader_Tax_IsToldApart(string header, VatBasis basis) => Assert.Equal(basis, Vat.OfHeader(header));

    [Fact]
    public void ToSupply_WonWithTax_LosesATenth()
    {
        Assert.Equal(new Money(1_000_000, "KRW"), Vat.ToSupply(new Money(1_100_000, "KRW"), VatBasis.Included));
        Assert.Equal(new Money(1_100_000, "KRW"), Vat.ToSupply(new Money(1_100_000, "KRW"), VatBasis.Supply));
    }

    [Fact]
    public void Convert_DatedRates_UsesTheLatestBeforeTheDay()
    {
        var rates = ExchangeRates.Parse("since,from,to,rate\n2026-01-01,USD,KRW,1400\n2026-06-01,usd,krw,1450.5\n").Value;
        Assert.Equal(new Money(140_000, "KRW"), rates.Convert(new Money(10_000, "USD"), "KRW", new DateOnly(2026, 5, 31)).Value);
        Assert.Equal(new Money(145_050, "KRW"), rates.Convert(new Money(10_000, "USD"), "KRW", new DateOnly(2026, 6, 1)).Value);
        Assert.Equal(new Money(10_000, "USD"), rates.Convert(new Money(140_000, "KRW"), "USD", new DateOnly(2026, 1, 1)).Value);
    }

    [Fact]
    public void Convert_NoRate_IsRefusedNotGuessed()
    {
        var reason = Assert.Single(ExchangeRates.None.Convert(new Money(1, "USD"), "KRW", new DateOnly(2026, 1, 1)).Reasons);
        Assert.Equal(("standards.no-exchange-rate", "USD/KRW"), (reason.Code, reason.Subject));
        Assert.Contains("2026-01-01", reason.Message.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_BadRow_IsNamed()
    {
        var reason = Assert.Single(ExchangeRates.Parse("since,from,to,rate\n2026-01-01,USD,KRW,1,400\n").Reasons);
        Assert.Equal(("standards.exchange-rate-row", "row 2"), (reason.Code, reason.Subject));
        Assert.Contains("2026-01-01,USD,KRW,1,400", reason.Message.Ko, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Trade Show", "webinar")]
    [InlineData("PAID_SEARCH", "ads")]
    [InlineData("네이버광고", "ads")]
    [InlineData("Web", "content")]
    [InlineData("External Referral", "referral")]
    [InlineData("Employee Referral", "referral")]
    [InlineData("Word of mouth", "referral")]
    [InlineData("Purchased List", "outbound")]
    [InlineData("Partner Referral", "partner")]
    [InlineData("지인 소개로", "referral")]
    [InlineData("AppExchange", "marketplace")]
    [InlineData("Other", "other")]
    public void LeadSource_Read_GivesOneOfEight(string text, string word) => Assert.Equal(word, LeadSource.Read(text)!.Word);

    [Theory]
    [InlineData("Marketing Qualified Lead", "lead")]
    [InlineData("opportunity", "deal")]
    [InlineData("계약완료", "contract")]
    [InlineData("재계약", "renewal")]
    public void Funnel_Read_GivesOneOfFour(string text, string word) => Assert.Equal(word, FunnelStep.Read(text)!.Word);

    [Theory]
    [InlineData("엑셀", "Excel")]
    [InlineData("salesforce.com", "Salesforce")]
    [InlineData("HubSpot CRM", "HubSpot")]
    [InlineData("Our own tool", "Our own tool")]
    [InlineData("None", "None")]
    public void TechnologyName_Read_BringsSpellingsTogether(string text, string name) => Assert.Equal(name, TechnologyName.Read(text));

    [Fact]
    public void LeadSource_Unknown_IsNotOther() => Assert.Null(LeadSource.Read("zzz"));
}
