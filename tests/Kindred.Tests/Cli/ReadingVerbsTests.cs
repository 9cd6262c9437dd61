using System.Text;
using System.Text.Json;
using Kindred.Cli;
using Kindred.Core.Basics;
using Xunit;

namespace Kindred.Tests.Cli;

/// <summary>reading, personas and campaigns as a script sees them.</summary>
public sealed class ReadingVerbsTests : IDisposable
{
    private static readonly string[] Figures = ["readers", "visits", "medianSeconds", "medianPages", "cta", "met", "won"];
    private readonly CliFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Reading_Json_HasTheDocumentedFields()
    {
        await ImportAsync();
        using var study = await JsonAsync("reading");
        Assert.Equal(["visits", "filter", "all", "byDocument", "byState", "byIndustry", "tags", "customers", "rising"], Names(study.RootElement));
        Assert.Equal((30, 1), (study.RootElement.GetProperty("visits").GetProperty("human").GetInt32(), study.RootElement.GetProperty("visits").GetProperty("scanner").GetInt32()));
        Assert.Equal(Figures, Names(study.RootElement.GetProperty("all")));
        Assert.Equal(["n", "hits", "rate", "low", "high"], Names(study.RootElement.GetProperty("all").GetProperty("met")));
        var cell = Assert.Single(study.RootElement.GetProperty("byDocument").EnumerateArray(), one => one.GetProperty("group").GetString() == "finance-lead");
        Assert.Equal(["group", "column", .. Figures, "others", "rest", "adjustedP", "verdict", "words"], Names(cell));
        Assert.Equal(("pricing", 15, "too-few"), (cell.GetProperty("column").GetString(), cell.GetProperty("readers").GetInt32(), cell.GetProperty("verdict").GetString()));

        using var document = await JsonAsync("reading", "--document", "pricing");
        Assert.Equal(["document", "title", "type", "pageCount", "visits", "readers", "scanners", "unknown", "ours", "medianSeconds", "medianOpenSeconds", "readShare", "skimmedShare", "finished", "cta", "mayBeForwarded", "isMeasured", "pages"], Names(document.RootElement));
        Assert.Equal(["page", "tag", "reached", "opened", "read", "medianSeconds", "endedHere"], Names(document.RootElement.GetProperty("pages")[0]));

        using var narrowed = await JsonAsync("reading", "--job", "finance-lead");
        Assert.Equal(15, narrowed.RootElement.GetProperty("all").GetProperty("readers").GetInt32());
        using var lead = await JsonAsync("reading", "--lead", "firm0.example");
        Assert.Equal(["lead", "engagement", "lines", "withheld"], Names(lead.RootElement));
        Assert.Equal(lead.RootElement.GetProperty("engagement").GetDouble(), lead.RootElement.GetProperty("lines").EnumerateArray().Sum(line => line.GetProperty("points").GetDouble()), 6);
    }

    [Fact]
    public async Task Reading_WhatCannotBe_IsRefused()
    {
        Assert.Equal(ExitCode.Done, (await _folder.RunAsync("import", _folder.Deals())).Code);
        Assert.Contains("[reading.no-visits]", (await _folder.RunAsync("reading")).Error, StringComparison.Ordinal);
        Assert.Contains("[personas.no-people]", (await _folder.RunAsync("personas")).Error, StringComparison.Ordinal);
        await ImportAsync();
        foreach (var (call, code, text) in new[]
        {
            (new[] { "reading", "--document", "nothing" }, "reading.no-such-document", "Nobody has read 'nothing'. There are: Pricing."),
            (["reading", "--industry", "mining"], "reading.no-such-industry", "Nobody of the industry 'mining'"),
            (["reading", "--lead", "nobody"], "leads.no-such-lead", "nobody"),
            (["campaigns", "show", "none"], "campaigns.no-such-campaign", "There is no campaign 'none'. There are: –."),
            (["campaigns", "remove", "none"], "campaigns.no-such-campaign", "There is no campaign 'none'."),
            (["campaigns", "add", "A", "--from", "2026-01-01", "--to", "2026-01-02", "--members", "none.csv"], "campaigns.no-file", "There is no file 'none.csv'."),
            (["campaigns", "add", "A", "--from", "2026-01-01", "--to", "2026-01-02", "--members", "contacts.csv", "--currency", "won"], "campaigns.currency", "'won' is no currency."),
        })
        {
            var run = await _folder.RunAsync(call);
            Assert.Equal((ExitCode.Refused, ""), (run.Code, run.Out));
            Assert.Contains("[" + code + "]", run.Error, StringComparison.Ordinal);
            Assert.Contains(text, run.Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Personas_Json_HasTheDocumentedFields()
    {
        await ImportAsync();
        using var personas = await JsonAsync("personas");
        Assert.Equal(["people", "withoutTitle", "personas", "matrix", "openDeals"], Names(personas.RootElement));
        var finance = Assert.Single(personas.RootElement.GetProperty("personas").EnumerateArray(), one => one.GetProperty("group").GetString() == "finance-lead");
        Assert.Equal(["group", "label", "people", "companies", "parts", "titles", "atWon", "atLost", "reading", "interests", "kpi", "questions"], Names(finance));
        Assert.Equal((15, 15), (finance.GetProperty("people").GetInt32(), finance.GetProperty("parts").GetProperty("economic-buyer").GetInt32()));
    }

    [Fact]
    public async Task Campaigns_AddShowRemove()
    {
        await ImportAsync();
        var add = await _folder.RunAsync("campaigns", "add", "Spring", "--from", "2026-03-01", "--to", "2026-03-10", "--members", "contacts.csv", "--cost", "300000");
        Assert.Equal((ExitCode.Done, "", "Campaign 'Spring' is in, 30 members."), (add.Code, add.Error, add.Out.Trim()));
        using var list = await JsonAsync("campaigns", "list");
        Assert.Equal(["name", "channel", "from", "to", "cost", "members"], Names(Assert.Single(list.RootElement.GetProperty("campaigns").EnumerateArray())));
        using var study = await JsonAsync("campaigns", "show", "Spring");
        Assert.Equal(["name", "channel", "from", "to", "cost", "members", "known", "isOver", "replied", "demo", "cta", "cells"], Names(study.RootElement));
        Assert.Equal((30, 30, 2), (study.RootElement.GetProperty("members").GetInt32(), study.RootElement.GetProperty("known").GetInt32(), study.RootElement.GetProperty("cells").GetArrayLength()));
        Assert.Equal(["own", "rest", "adjustedP", "verdict"], Names(study.RootElement.GetProperty("cells")[0].GetProperty("replied")));
        Assert.Equal(ExitCode.Done, (await _folder.RunAsync("campaigns", "remove", "Spring")).Code);
        using var empty = await JsonAsync("campaigns", "list");
        Assert.Equal(0, empty.RootElement.GetProperty("campaigns").GetArrayLength());
    }

    [Fact]
    public async Task Rule_SetByTheVerb_IsKept()
    {
        await ImportAsync();
        var run = await _folder.RunAsync("reading", "--rule", "trigger");
        Assert.StartsWith("Engagement of 20 or more answers", run.Out, StringComparison.Ordinal);
        Assert.Contains("\"engagement\": \"trigger\"", await File.ReadAllTextAsync(Path.Combine(_folder.Root, "kindred-data", "settings.json"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(ExitCode.WrongUsage, (await _folder.RunAsync("reading", "--rule", "always")).Code);
    }

    /// <summary>30 companies with one contact each, finance and developers by turns; all read the price list once, one program too; every third met us.</summary>
    private async Task ImportAsync()
    {
        StringBuilder contacts = new("First Name,Last Name,Email,Job Title,Company Name\n"), visits = new("Visit ID,Visitor email,Document,Link Name,Visited at (UTC),Seconds per page,Page tags,Device,Location\n"), activities = new("Activity date,Activity type,Contact email,Company\n");
        for (var i = 0; i < 30; i++)
        {
            var n = Format.Whole(i);
            contacts.Append($"A{n},B{n},p{n}@firm{n}.example,{(i % 2 == 0 ? "CFO" : "Developer")},Firm {n}\n");
            visits.Append($"{n},p{n}@firm{n}.example,Pricing,l{n},2026-02-{Format.Whole(10 + i % 10)} 09:00:00,12;40;9,pricing;pricing;roi,Chrome / Windows,Seoul\n");
            activities.Append(i % 3 == 0 ? $"2026-02-25,Meeting,p{n}@firm{n}.example,Firm {n}\n" : "");
        }

        visits.Append("900,p1@firm1.example,Pricing,l1,2026-02-09 09:00:00,2;2;2,pricing;pricing;roi,HeadlessChrome / Linux,Dublin\n");
        _folder.Write("contacts.csv", contacts.ToString());
        _folder.Write("docsend-visits.csv", visits.ToString());
        _folder.Write("activities.csv", activities.ToString());
        _folder.Write("companies.csv", "Company name,Domain,Industry,Create Date\n" + string.Concat(Enumerable.Range(0, 30).Select(i => $"Firm {Format.Whole(i)},firm{Format.Whole(i)}.example,Software,2026-04-30\n")));
        var run = await _folder.RunAsync("import", "companies.csv", "contacts.csv", "docsend-visits.csv", "activities.csv");
        Assert.Equal((ExitCode.Done, ""), (run.Code, run.Error));
    }

    private async Task<JsonDocument> JsonAsync(params string[] args)
    {
        var run = await _folder.RunAsync([.. args, "--format", "json"]);
        Assert.Equal((ExitCode.Done, ""), (run.Code, run.Error));
        return JsonDocument.Parse(run.Out);
    }

    private static IEnumerable<string> Names(JsonElement element) => element.EnumerateObject().Select(property => property.Name);
}
