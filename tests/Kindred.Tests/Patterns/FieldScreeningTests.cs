using Kindred.Core.Accounts;
using Kindred.Core.Basics;
using Kindred.Core.Patterns;
using Kindred.Core.Tables;
using Kindred.Statistics.Resampling;
using Xunit;

namespace Kindred.Tests.Patterns;

/// <summary>What is left out of a search and why; and what must never be.</summary>
public sealed class FieldScreeningTests
{
    private const int Rows = 600;
    private static readonly byte[] Positive = [.. Enumerable.Range(0, Rows).Select(row => row % 3 == 0 ? (byte)1 : (byte)0)];

    [Fact]
    public void Of_UniqueWords_AreAnIdentifier() => Dropped("identifier", "a value each", TextColumn.From("who", [.. Enumerable.Range(0, Rows).Select(row => "c" + Format.Whole(row))]), "600 different values in 600 rows");

    [Fact]
    public void Of_WholeNumbersInFileOrder_AreAnIdentifier() => Dropped("identifier", "a running number", new NumberColumn("position", [.. Enumerable.Range(0, Rows).Select(row => 1000.0 + row)]), "identifier");

    [Fact]
    public void Of_UniqueMeasurement_IsKept()
    {
        var random = new SeededRandom(3);
        var column = new NumberColumn("revenue", [.. Enumerable.Range(0, Rows).Select(_ => random.NextUnit() * 1e6)]);
        Assert.Equal(["revenue"], Screen(column).Kept);
    }

    [Fact]
    public void Of_OneValue_IsConstant() => Dropped("constant", "one value", TextColumn.From("country", [.. Enumerable.Repeat<string?>("KR", Rows)]), "one value only");

    [Fact]
    public void Of_OneValueAndMissing_IsConstant() => Dropped("constant", "a value or nothing", TextColumn.From("country", [.. Enumerable.Range(0, Rows).Select(row => row % 2 == 0 ? "KR" : null)]), "one value only");

    [Fact]
    public void Of_ThousandsOfRareWords_AreTooMany()
    {
        const int rows = 4000;
        var column = TextColumn.From("remark", [.. Enumerable.Range(0, rows).Select(row => "w" + Format.Whole(row % 1500))]);
        var screening = FieldScreening.Of(new Table("t", [column]), ["remark"], [.. Enumerable.Range(0, rows).Select(row => (byte)(row % 2))], 1);
        Assert.Equal("too-many-values", Assert.Single(screening.Dropped).Reason.Code);
        Assert.Contains("1,500", screening.Dropped[0].Reason.Message.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_Date_IsCalendar() => Dropped("calendar", "a date", new DateColumn("signed up", [.. Enumerable.Range(0, Rows).Select(row => new DateTime(2025, 1, 1 + row % 28).Ticks)]), "not a trait");

    [Fact]
    public void Of_CopyOfTheOutcome_DefinesIt() =>
        Dropped("defines-the-outcome", "the outcome again", TextColumn.From("result", [.. Positive.Select((one, row) => row < 5 ? "yes" : one == 1 ? "yes" : "no")]), "defines it");

    [Theory]
    [InlineData("stage", "leakage.name")]
    [InlineData("headcount", null)]
    public void Of_ModerateField_IsALeakOnlyByItsName(string name, string? code)
    {
        var screening = Screen(Strength(name, 0.7, 0.5), Noise("a"));
        Assert.Equal(code is null ? [] : [(name, code)], screening.Leakage.Select(leak => (leak.Field, leak.Reason.Code)));
        Assert.Equal(code is null, screening.Kept.Contains(name));
    }

    [Fact]
    public void Of_NamedFieldThatSaysNothing_IsKept() => Assert.Contains("status", Screen(Noise("status"), Noise("a")).Kept);

    [Fact]
    public void Of_UnnamedFieldTooGoodToBeTrue_IsALeak()
    {
        var leak = Assert.Single(Screen(Strength("colour", 0.97, 0.04), Noise("a")).Leakage);
        Assert.Equal(("colour", "leakage.strength"), (leak.Field, leak.Reason.Code));
        Assert.Contains("AUC 0.9", leak.Reason.Message.En, StringComparison.Ordinal);
        Assert.Contains("AUC 0.9", leak.Reason.Message.Ko, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_StrongFieldFarAheadOfTheNext_IsALeak() => Assert.Equal("leakage.strength", Assert.Single(Screen(Strength("colour", 0.85, 0.2), Noise("a")).Leakage).Reason.Code);

    [Fact]
    public void Of_TwoFieldsEquallyStrong_AreSuspectsAndKept()
    {
        var screening = Screen(Strength("colour", 0.85, 0.2, 5), Strength("shape", 0.85, 0.2, 6));
        Assert.Empty(screening.Leakage);
        Assert.Equal(["colour", "shape"], screening.Suspects.Select(suspect => suspect.Field));
        Assert.All(screening.Suspects, suspect => Assert.Equal("suspect", suspect.Reason.Code));
        Assert.Equal(["colour", "shape"], screening.Kept);
    }

    [Fact]
    public void Of_SameSeed_SameScreening()
    {
        Column[] columns = [Strength("colour", 0.85, 0.2), Noise("a"), Noise("status")];
        Assert.Equivalent(Screen(columns), Screen(columns), strict: true);
    }

    private static void Dropped(string code, string what, Column column, string text)
    {
        DroppedField dropped = Assert.Single(Screen(column).Dropped);
        Assert.Equal((column.Name, code, column.Name), (dropped.Field, dropped.Reason.Code, dropped.Reason.Subject));
        Assert.True(dropped.Reason.Message.En.Contains(text, StringComparison.Ordinal), what + ": " + dropped.Reason.Message.En);
        Assert.Matches("[가-힣]+요\\.$", dropped.Reason.Message.Ko);
    }

    private static FieldScreening Screen(params Column[] columns) => FieldScreening.Of(new Table("t", columns), [.. columns.Select(column => column.Name)], Positive, 1);

    /// <summary>A word "x" in this share of the positives and of the negatives.</summary>
    private static TextColumn Strength(string name, double inPositives, double inNegatives, int seed = 5)
    {
        var random = new SeededRandom(seed);
        return TextColumn.From(name, [.. Positive.Select(one => random.NextUnit() < (one == 1 ? inPositives : inNegatives) ? "x" : "y")]);
    }

    private static TextColumn Noise(string name)
    {
        var random = new SeededRandom(name.Length);
        return TextColumn.From(name, [.. Positive.Select(_ => random.Below(2) == 0 ? "p" : "q")]);
    }
}
