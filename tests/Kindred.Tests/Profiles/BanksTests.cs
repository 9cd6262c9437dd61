using System.Text;
using Kindred.Core.Profiles;
using Xunit;

namespace Kindred.Tests.Profiles;

/// <summary>The shipped banks are complete in both languages; edited ones are checked.</summary>
public sealed class BanksTests
{
    [Theory]
    [InlineData("best-customer-list", 6)]
    [InlineData("decision-maker-interview", 10)]
    [InlineData("customer-survey", 4)]
    [InlineData("segmentation-self-check", 3)]
    [InlineData("customer-success-strategy", 4)]
    [InlineData("identity", 2)]
    [InlineData("sales-feedback", 3)]
    [InlineData("cs-feedback", 3)]
    [InlineData("qualitative-areas", 5)]
    [InlineData("quarterly-check", 5)]
    [InlineData("ninety-day-check", 3)]
    [InlineData("next-week", 4)]
    [InlineData("data-standards", 3)]
    [InlineData("seven-steps", 7)]
    [InlineData("phases", 3)]
    [InlineData("product-tracking", 5)]
    [InlineData("cautions", 3)]
    [InlineData("improvement-methods", 2)]
    [InlineData("churned-recheck", 3)]
    [InlineData("stage-expectations", 3)]
    [InlineData("kpi-map", 3)]
    [InlineData("template-four-row", 4)]
    [InlineData("template-nine-field", 9)]
    [InlineData("template-seven-row", 7)]
    [InlineData("playbooks", 3)]
    [InlineData("channel-rules", 7)]
    [InlineData("message-frame", 4)]
    [InlineData("worksheet-columns", 11)]
    public void Shipped_Bank_HasItsNumberOfItems(string id, int items) => Assert.Equal(items, Banks.Shipped[id].Items.Count);

    [Fact]
    public void Shipped_EveryText_IsThereInBothLanguages()
    {
        Assert.Equal(31, Banks.Shipped.All.Count);
        foreach (var text in Banks.Shipped.All.SelectMany(bank => bank.Items.Select(item => item.Text).Append(bank.Title)).Append(Banks.Shipped.Note))
        {
            Assert.Matches("[가-힣A-Z]", text.Ko);
            Assert.DoesNotMatch("[가-힣]", text.En);
            Assert.NotEmpty(text.En);
        }

        Assert.All(Banks.Shipped.All, bank => Assert.Matches("^R[0-9]+$", bank.Requirement));
        Assert.Contains("editable", Banks.Shipped.Note.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Indexer_ItemKey_IsFoundWithAndWithoutPrefix()
    {
        var bank = Banks.Shipped["decision-maker-interview"];
        Assert.Equal(bank["words"], bank["decision-maker-interview.words"]);
        Assert.Throws<KeyNotFoundException>(() => bank["nothing"]);
    }

    [Fact]
    public void Read_KeysDiffer_IsRefusedWithTheKey()
    {
        var refused = Banks.Read(File("x", "x.1"), File("x", "x.2"));
        Assert.Equal(("profiles.banks-keys-differ", "x.1"), (refused.Reasons[0].Code, refused.Reasons[0].Subject));
        Assert.Contains("'x.1'", refused.Reasons[0].Message.En, StringComparison.Ordinal);
        Assert.Contains("'x.1'", refused.Reasons[0].Message.Ko, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_KeyTwice_IsRefused() => Assert.Equal("profiles.banks-keys-differ", Banks.Read(File("x", "x.1", "x.1"), File("x", "x.1", "x.1")).Reasons[0].Code);

    [Theory]
    [InlineData("not json")]
    [InlineData("{}")]
    [InlineData("""{"language":"ko","note":"n","banks":[]}""")]
    [InlineData("""{"language":"ko","note":"n","banks":[{"id":"x"}]}""")]
    public void Read_BrokenFile_IsRefusedByName(string text)
    {
        var refused = Banks.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), File("x", "x.1"));
        Assert.Equal(("profiles.banks-unreadable", "banks.ko.json"), (refused.Reasons[0].Code, refused.Reasons[0].Subject));
        Assert.Contains("'banks.ko.json'", refused.Reasons[0].Message.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_EqualKeys_JoinsTheLanguages() => Assert.Equal("x.1", Banks.Read(File("x", "x.1"), File("x", "x.1")).Value["x"]["1"].Id);

    private static MemoryStream File(string bank, params string[] items) => new(Encoding.UTF8.GetBytes(
        $$"""{"language":"l","note":"n","banks":[{"id":"{{bank}}","requirement":"R1","kind":"questions","title":"t","items":[{{string.Join(',', items.Select(id => $$"""{"id":"{{id}}","text":"t"}"""))}}]}]}"""));
}
