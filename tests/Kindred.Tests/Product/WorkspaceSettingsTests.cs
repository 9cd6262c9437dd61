using Kindred.Product;
using Xunit;

namespace Kindred.Tests.Product;

/// <summary>What the owner sets: read, written, refused, and as typed.</summary>
public sealed class WorkspaceSettingsTests : IDisposable
{
    private static readonly SettingsForm Typed = SettingsForm.Of(WorkspaceSettings.Defaults);
    private readonly string _folder = Directory.CreateTempSubdirectory("kindred-settings-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Read_NothingSet_GivesTheDefaults()
    {
        var settings = WorkspaceSettings.Read(_folder).Value;
        Assert.Equal((null, "", "worksheet", 90, 2.0, null, 30), (settings.Currency, settings.Rates, settings.BandScheme, settings.ReviewDays, settings.HoursPerLead, settings.Capacity, settings.KeepUndoneDays));
        Assert.Equal("employees", settings.Employees.Measure);
    }

    [Fact]
    public void Write_AndRead_GiveTheSameBack()
    {
        var set = new WorkspaceSettings { Currency = "USD", Rates = "since,from,to,rate\n2026-01-02,USD,KRW,1450.5", BandScheme = "korea", ReviewDays = 30, HoursPerLead = 1.5, Capacity = 0.4, KeepUndoneDays = 0 };
        set.Write(_folder);
        Assert.Equal(set, WorkspaceSettings.Read(_folder).Value);
        Assert.Equal(1450.5m, Assert.Single(WorkspaceSettings.Read(_folder).Value.ExchangeRates.Rates).Rate);
        Assert.Empty(Directory.EnumerateFiles(_folder, "*.new"));
    }

    [Theory]
    [InlineData("{ not json")]
    [InlineData("null")]
    public void Read_ABrokenFile_SaysWhichAndHowToMendIt(string text)
    {
        var file = Path.Combine(_folder, "settings.json");
        File.WriteAllText(file, text);
        var reason = Assert.Single(WorkspaceSettings.Read(_folder).Reasons);
        Assert.Equal(("settings.unreadable", file), (reason.Code, reason.Subject));
        Assert.Contains("Delete it", reason.Message.En, StringComparison.Ordinal);
        Assert.Contains("지우면", reason.Message.Ko, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_AFileOfALaterVersion_IgnoresWhatItDoesNotKnow()
    {
        File.WriteAllText(Path.Combine(_folder, "settings.json"), """{ "reviewDays": 14, "colour": "blue" }""");
        Assert.Equal(14, WorkspaceSettings.Read(_folder).Value.ReviewDays);
    }

    [Theory]
    [InlineData("usd", "settings.currency", "usd")]
    [InlineData("EURO", "settings.currency", "EURO")]
    public void Checked_ACurrencyThatIsNone_IsRefused(string currency, string code, string subject) => Refused(WorkspaceSettings.Defaults with { Currency = currency }, code, subject, "three letters");

    [Fact]
    public void Checked_EachNumberOutsideItsBounds_IsRefusedWithTheBounds()
    {
        var d = WorkspaceSettings.Defaults;
        Refused(d with { BandScheme = "mine" }, "settings.band-scheme", "mine", "worksheet");
        Refused(d with { ReviewDays = 6 }, "settings.review-days", "6", "7 to 730");
        Refused(d with { ReviewDays = 731 }, "settings.review-days", "731", "7 to 730");
        Refused(d with { HoursPerLead = 0.05 }, "settings.hours-per-lead", "0.05", "0.1 to 100");
        Refused(d with { HoursPerLead = double.NaN }, "settings.hours-per-lead", "NaN", "0.1 to 100");
        Refused(d with { Capacity = 0.001 }, "settings.capacity", "0.1", "1 to 100");
        Refused(d with { Capacity = 1.01 }, "settings.capacity", "101", "1 to 100");
        Refused(d with { KeepUndoneDays = -1 }, "settings.keep-days", "-1", "0 to 3650");
        Assert.All([d with { ReviewDays = 7 }, d with { ReviewDays = 730 }, d with { HoursPerLead = 0.1 }, d with { Capacity = 0.01 }, d with { Capacity = 1 }, d with { KeepUndoneDays = 3650 }], edge => Assert.True(edge.Checked().IsAccepted));
    }

    [Fact]
    public void Checked_SeveralFaults_AreSaidAtOnce() =>
        Assert.Equal(["settings.currency", "settings.review-days", "standards.exchange-rate-row"], (WorkspaceSettings.Defaults with { Currency = "X", ReviewDays = 1, Rates = "since,from,to,rate\n2026-01-02,USD,KRW,many" }).Checked().Reasons.Select(reason => reason.Code));

    [Fact]
    public void Form_OfSettings_ReadsBackToThem()
    {
        var set = new WorkspaceSettings { Currency = "USD", BandScheme = "crm", ReviewDays = 30, HoursPerLead = 1.5, Capacity = 0.4, KeepUndoneDays = 0 };
        Assert.Equal(set, SettingsForm.Of(set).Read().Value);
        Assert.Equal(("", "", "40"), (Typed.Currency, Typed.CapacityPercent, SettingsForm.Of(set).CapacityPercent));
    }

    [Fact]
    public void Form_AsPeopleType_IsUnderstood()
    {
        var read = (Typed with { Currency = " usd ", Rates = "\r\n2026-01-02,USD,KRW,1450.5\r\n", ReviewDays = " 45 ", CapacityPercent = "12.5" }).Read().Value;
        Assert.Equal(("USD", 45, 0.125), (read.Currency, read.ReviewDays, read.Capacity));
        Assert.Equal("since,from,to,rate\n2026-01-02,USD,KRW,1450.5", read.Rates);
        Assert.Null((Typed with { CapacityPercent = "  " }).Read().Value.Capacity);
    }

    [Theory]
    [InlineData("ninety")]
    [InlineData("-5")]
    [InlineData("4.5")]
    [InlineData("")]
    [InlineData("1e9")]
    public void Form_DaysThatAreNone_AreRefusedAsTyped(string days)
    {
        var reason = Assert.Single((Typed with { ReviewDays = days }).Read().Reasons);
        Assert.Equal(("settings.not-a-number", days), (reason.Code, reason.Subject));
        Assert.Contains($"'{days}' is not a number. Write it like 90.", reason.Message.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Form_SeveralFaults_AreSaidAtOnce() =>
        Assert.Equal(["settings.not-a-number", "settings.not-a-number", "settings.currency"], (Typed with { ReviewDays = "x", HoursPerLead = "y", Currency = "12" }).Read().Reasons.Select(reason => reason.Code));

    private static void Refused(WorkspaceSettings settings, string code, string subject, string words)
    {
        var reason = Assert.Single(settings.Checked().Reasons);
        Assert.Equal((code, subject), (reason.Code, reason.Subject));
        Assert.Contains(words, reason.Message.En, StringComparison.Ordinal);
        Assert.NotEqual(reason.Message.En, reason.Message.Ko);
    }
}
