using System.Text.Json;
using System.Text.Json.Nodes;
using Kindred.Core.Scorecards;
using Xunit;

namespace Kindred.Tests.Scorecards;

public sealed class CardFileTests
{
    public static IEnumerable<TheoryDataRow<string, string, string>> Wrongs =>
    [
        new("card.attributes[0].bins[2].points = 26", "scorecards.card-total", "101"),
        new("card.attributes[0].bins[2].points = -1", "scorecards.card-value", "-1"),
        new("card.attributes[0].bins[2].points = 2.5", "scorecards.card-value", "2.5"),
        new("card.attributes[0].bins[1].upTo = 48", "scorecards.card-gap", "48"),
        new("card.attributes[0].bins[1].upTo = 5", "scorecards.card-interval", "(9, 5]"),
        new("card.attributes[0].bins[4].kind = \"other\"", "scorecards.card-bins", "'employees' has 0 bins of kind missing"),
        new("card.attributes[1].bins[1].words = [\"fintech\"]", "scorecards.card-word-twice", "'fintech'"),
        new("card.attributes[1].bins[1].words = []", "scorecards.card-no-words", "attributes[1].bins[1]"),
        new("card.attributes[1].bins[1].op = \"like\"", "scorecards.card-value", "\"like\""),
        new("card.attributes[1].values = \"number\"", "scorecards.card-unit", "'industry' holds numbers"),
        new("card.attributes[1].field = \"employees\"", "scorecards.card-field-twice", "'employees'"),
        new("card.attributes[1].bins[0].positives = 21", "scorecards.card-counts", "21 positives in 20 rows"),
        new("card.attributes = []", "scorecards.card-empty", "no attributes"),
        new("card.lines[0].points = 101", "scorecards.card-points", "101 points"),
        new("card.lines[0].conditions[1].field = \"industry\"", "scorecards.card-line", "two or three"),
        new("card.mode = \"capped\"", "scorecards.category-missing", "'employees' has no category"),
        new("card.mode = \"strict\"", "scorecards.card-value", "\"strict\""),
        new("card.schema = 0", "scorecards.card-older", "schema 0"),
        new("card.schema = 2", "scorecards.card-newer", "schema 2"),
        new("card.cut = 0", "scorecards.card-cut", "The cut is 0"),
        new("card.version = 0", "scorecards.card-counts", "Version 0"),
        new("card.learnedOn = \"1.11.2026\"", "scorecards.card-value", "\"1.11.2026\""),
        new("card.points = 5", "scorecards.card-unknown-property", "'points'"),
        new("card.attributes[0].bins[0].point = 5", "scorecards.card-unknown-property", "'attributes[0].bins[0].point'"),
        new("card.calibration.probability[40] = 0.9", "scorecards.card-calibration", "At score 40"),
        new("card.calibration.low = [0]", "scorecards.card-calibration", "calibration.low has 1 entries"),
        new("card.outcome = null", "scorecards.card-value", "'outcome' holds null"),
    ];

    [Fact]
    public void Read_WhatWasWritten_IsTheSameCard()
    {
        foreach (var card in new[] { TestCards.Small(), TestCards.Template(), TestCards.Small(PublishState.Validated, 55) })
        {
            var text = CardFile.ToJson(card);
            var read = CardFile.Read(text, "card.json");
            Assert.True(read.IsAccepted, string.Join('\n', read.Reasons));
            Assert.Equal(text, CardFile.ToJson(read.Value));
            Assert.Equal(card.Attributes[0].Bins[1], read.Value.Attributes[0].Bins[1]);
            Assert.Equal(card.Lines, read.Value.Lines);
            Assert.Equal((card.Name, card.State, card.Cut, card.LearnedOn), (read.Value.Name, read.Value.State, read.Value.Cut, read.Value.LearnedOn));
        }
    }

    [Theory]
    [MemberData(nameof(Wrongs))]
    public void Read_ACardEditedByHand_IsRefusedAndQuotesWhatWasFound(string edit, string code, string quoted)
    {
        var card = JsonNode.Parse(CardFile.ToJson(TestCards.Small()))!;
        var (path, value) = (edit[..edit.IndexOf(" = ", StringComparison.Ordinal)], edit[(edit.IndexOf(" = ", StringComparison.Ordinal) + 3)..]);
        Set(card, path["card.".Length..], JsonNode.Parse(value));
        var read = CardFile.Read(card.ToJsonString(), "card.json");
        Assert.Contains(read.Reasons, reason => reason.Code == code && reason.Message.En.Contains(quoted, StringComparison.Ordinal) && reason.Subject == "card.json");
        Assert.All(read.Reasons, reason => Assert.Matches("[가-힣]", reason.Message.Ko));
    }

    [Fact]
    public void Read_OneHundredAndOnePoints_SaysBothFiguresInBothLanguages()
    {
        var text = CardFile.ToJson(TestCards.Small()).Replace("\"points\": 25", "\"points\": 26", StringComparison.Ordinal);
        var reason = Assert.Single(CardFile.Read(text, "card.json").Reasons);
        Assert.Equal("The maxima of attributes and lines add up to 101; they must add up to exactly 100. Lower one of them by 1.", reason.Message.En);
        Assert.Contains("101점", reason.Message.Ko, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_TemplateWithOtherShares_IsRefused()
    {
        var template = TestCards.Template();
        var moved = template with { Attributes = [.. template.Attributes.Select(attribute => attribute.Field == "crm" ? attribute with { Category = CardCategory.Trigger } : attribute.Field == "event" ? attribute with { Category = CardCategory.Buyability } : attribute)] };
        var reasons = CardFile.Read(CardFile.ToJson(moved), "card.json").Reasons;
        Assert.Contains(reasons, reason => reason.Code == "scorecards.card-category" && reason.Message.En.Contains("buyability holds 45", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("", "scorecards.card-not-json")]
    [InlineData("{\"schema\":1,\"schema\":1}", "scorecards.card-not-json")]
    [InlineData("[1]", "scorecards.card-value")]
    [InlineData("{}", "scorecards.card-older")]
    [InlineData("{\"schema\":1}", "scorecards.card-value")]
    public void Read_NoCard_IsRefused(string text, string code) => Assert.Contains(CardFile.Read(text, "x.json").Reasons, reason => reason.Code == code);

    [Fact]
    public void Id_FollowsTheContent()
    {
        Assert.Equal(CardFile.Id(TestCards.Small()), CardFile.Id(TestCards.Small()));
        Assert.NotEqual(CardFile.Id(TestCards.Small()), CardFile.Id(TestCards.Small(cut: 71)));
        Assert.Matches("^[0-9a-f]{64}$", CardFile.Id(TestCards.Small()));
    }

    [Theory]
    [InlineData("0,1,2,3", "30,25,25,20")]
    [InlineData("0,1", "55,45")]
    [InlineData("3", "100")]
    [InlineData("0,2,3", "40,33,27")]
    public void Of_PresentCategories_AddUpTo100(string present, string expected)
    {
        var shares = CategoryShares.Of(present.Split(',').Select(one => (CardCategory)(one[0] - '0')));
        Assert.Equal(expected, string.Join(',', shares.OrderBy(pair => pair.Key).Select(pair => pair.Value)));
    }

    [Fact]
    public void Schema_NamesEveryPropertyTheWriterWrites()
    {
        using var schema = JsonDocument.Parse(CardSchema.Text);
        using var card = JsonDocument.Parse(CardFile.ToJson(TestCards.Small()));
        Conforms(card.RootElement, schema.RootElement, "card");
    }

    /// <summary>Walks objects and lists: each property is known to the schema, each required one is there.</summary>
    private static void Conforms(JsonElement value, JsonElement schema, string path)
    {
        if (schema.TryGetProperty("anyOf", out var any) && !schema.TryGetProperty("properties", out _))
        {
            schema = any[value.ValueKind == JsonValueKind.Null ? 1 : 0];
        }

        if (value.ValueKind == JsonValueKind.Object)
        {
            var known = schema.GetProperty("properties");
            foreach (var property in value.EnumerateObject())
            {
                Assert.True(known.TryGetProperty(property.Name, out var inner), $"{path}.{property.Name}");
                Conforms(property.Value, inner, $"{path}.{property.Name}");
            }

            Assert.All(schema.GetProperty("required").EnumerateArray(), name => Assert.True(value.TryGetProperty(name.GetString()!, out _), $"{path}.{name}"));
        }
        else if (value.ValueKind == JsonValueKind.Array)
        {
            Assert.All(value.EnumerateArray(), item => Conforms(item, schema.GetProperty("items"), path + "[]"));
        }
        else if (schema.TryGetProperty("enum", out var allowed))
        {
            Assert.Contains(value.ToString(), allowed.EnumerateArray().Select(one => one.ToString()));
        }
    }

    private static void Set(JsonNode root, string path, JsonNode? value)
    {
        var parts = path.Replace("[", ".#", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal).Split('.');
        var node = root;
        foreach (var part in parts[..^1])
        {
            node = part[0] == '#' ? node[int.Parse(part.AsSpan(1), System.Globalization.CultureInfo.InvariantCulture)]! : node[part]!;
        }

        if (parts[^1][0] == '#')
        {
            node[int.Parse(parts[^1].AsSpan(1), System.Globalization.CultureInfo.InvariantCulture)] = value;
        }
        else
        {
            node[parts[^1]] = value;
        }
    }
}
