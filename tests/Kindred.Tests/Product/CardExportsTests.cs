using Kindred.Core.Conditions;
using Kindred.Core.Scorecards;
using Kindred.Product;
using Kindred.Tests.Scorecards;
using Xunit;

namespace Kindred.Tests.Product;

public sealed class CardExportsTests
{
    [Fact]
    public void Formula_File_IsASheetWithNamesAboveOneRowToFill()
    {
        var card = TestCards.Small();
        Assert.Equal("card-v1-formula.csv", CardExports.Name(card, "formula"));
        var lines = CardExports.Text(card, "formula", "leads").Value.Split("\r\n");
        Assert.StartsWith("\uFEFFemployees,industry,crm,employees (points),industry (points),crm (points),", lines[0], StringComparison.Ordinal);
        Assert.Contains(",score,", lines[0], StringComparison.Ordinal);
        Assert.Contains("Trial: not yet validated", lines[0], StringComparison.Ordinal);
        Assert.StartsWith(",,,\"=IF(A2=\"\"\"\",8,", lines[1], StringComparison.Ordinal);
        Assert.EndsWith(",\"=SUM(D2:G2)\"", lines[1], StringComparison.Ordinal);
        Assert.Equal(("", 3), (lines[2], lines.Length));
    }

    [Fact]
    public void Formula_File_TakesNoNameForAFormula()
    {
        var card = TestCards.Small() with { Name = "=HYPERLINK(\"http://evil.example\")" };
        var hostile = card.Attributes[1] with { Field = "=cmd|'/C calc'!A1" };
        card = card with { Lines = [], Attributes = [card.Attributes[0], hostile with { Bins = [.. hostile.Bins.Select(bin => bin.Condition is { } condition ? bin with { Condition = Condition.OneOf(hostile.Field, condition.Values) } : bin)] }] };
        var head = CardExports.Text(card, "formula", "leads").Value.Split("\r\n")[0];
        Assert.DoesNotContain(",=", head, StringComparison.Ordinal);
        Assert.DoesNotContain(",\"=", head, StringComparison.Ordinal);
        Assert.Contains("'=cmd", head, StringComparison.Ordinal);
    }

    [Fact]
    public void Bins_OfPeople_SayTheirUnit()
    {
        var employees = TestCards.Employees();
        Assert.Equal(["9명 이하", "10–49명", "50–200명", "201명 이상"], employees.Bins.Where(bin => bin.Kind == CardBinKind.Value).Select(bin => CardWords.Value(employees, bin).Ko));
        Assert.Equal("50–200 people", CardWords.Value(employees, employees.Bins[2]).En);
    }
}
