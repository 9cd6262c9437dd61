using System.Text.Json;
using Kindred.Cli;
using Kindred.Core.Scorecards;
using Kindred.Tests.Scorecards;
using Xunit;

namespace Kindred.Tests.Cli;

/// <summary><c>kindred score</c> as a script sees it.</summary>
public sealed class ScoreTests : IDisposable
{
    private readonly CliFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Score_Json_SaysWhatWasScoredAndThatTheCardIsATrial()
    {
        _folder.Write("card.json", CardFile.ToJson(TestCards.Small()));
        _folder.Write("leads.csv", "id,employees,industry,crm\n1,100,software,none\n2,9,,\n3,1\n");
        var run = await _folder.RunAsync("score", "leads.csv", "--card", "card.json", "--out", "scored.csv", "--id", "id", "--format", "json");
        Assert.Equal((ExitCode.Done, ""), (run.Code, run.Error));
        using var json = JsonDocument.Parse(run.Out);
        Assert.Equal((2, 1), (json.RootElement.GetProperty("scored").GetInt32(), json.RootElement.GetProperty("rejected").GetInt32()));
        Assert.Equal("Trial: not yet validated", json.RootElement.GetProperty("card").GetProperty("notice").GetProperty("en").GetString());
        Assert.Equal(CardFile.Id(TestCards.Small()), json.RootElement.GetProperty("card").GetProperty("id").GetString());
        Assert.Equal(3, File.ReadLines(Path.Combine(_folder.Root, "scored.csv")).Count());
        Assert.Contains("leads.csv,4,files.", await File.ReadAllTextAsync(Path.Combine(_folder.Root, "scored.csv.rejects.csv"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("score leads.csv --card nothing.json --out x.csv", "[scorecards.card-not-found]")]
    [InlineData("score leads.csv --card leads.csv --out x.csv", "[scorecards.card-not-json]")]
    [InlineData("score nothing.csv --card card.json --out x.csv", "[files.not-found]")]
    [InlineData("score leads.csv --card card.json --out x.csv --id Nr", "[scorecards.no-such-field]")]
    [InlineData("score words.csv --card card.json --out x.csv", "[scorecards.word-in-number]")]
    [InlineData("score leads.csv --card edited.json --out x.csv", "[scorecards.card-total]")]
    [InlineData("score leads.csv --card old.json --out x.csv", "[scorecards.card-older]")]
    public async Task Score_WhatCannotBeScored_IsRefusedInBothLanguages(string call, string code)
    {
        var card = CardFile.ToJson(TestCards.Small());
        _folder.Write("card.json", card);
        _folder.Write("edited.json", card.Replace("\"points\": 25", "\"points\": 26", StringComparison.Ordinal));
        _folder.Write("old.json", card.Replace("\"schema\": 1", "\"schema\": 0", StringComparison.Ordinal));
        _folder.Write("leads.csv", "id,employees,industry,crm\n1,100,software,none\n");
        _folder.Write("words.csv", "id,employees,industry,crm\n1,some people,software,none\n");
        foreach (var language in new[] { "en", "ko" })
        {
            var run = await _folder.RunAsync([.. call.Split(' '), "--lang", language]);
            Assert.Equal((ExitCode.Refused, ""), (run.Code, run.Out));
            Assert.Contains(code, run.Error, StringComparison.Ordinal);
            Assert.Equal(language == "ko", run.Error.Any(letter => letter is >= '가' and <= '힣'));
        }

        Assert.False(File.Exists(Path.Combine(_folder.Root, "x.csv")));
    }
}
