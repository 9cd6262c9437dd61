using System.Net;
using Kindred.Core.Accounts;
using Kindred.Documents.Sharing;
using Kindred.Web.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Kindred.Host.Tests.Documents;

/// <summary>The gate's form makes or matches contact and company; a program that fills it makes nothing.</summary>
public sealed class LeadCaptureTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Capture_PersonReads_BecomesALeadOnceAndMatchesWhoIsKnown()
    {
        await using var links = await LinkSite.StartAsync(withData: true);
        var before = await FactsAsync(links);
        var known = before.People.First(person => person is { Account: >= 0, Email: not null });
        var link = await links.LinkAsync(new ShareOptions { CaptureLead = true, AskConsent = true });

        // Somebody new reads; a program only fills in the form; somebody known by address, and somebody of a known domain.
        await ReadAsync(links, link, "jiwoo@saebom-new.example", "김지우", "새봄 <b>테크</b>", reads: true);
        await ReadAsync(links, link, "bot@spam-farm.example", "Bot", "Spam Farm", reads: false);
        await ReadAsync(links, link, known.Email!, "다른 이름", "아무 회사", reads: true);
        var domain = before.Companies.First(company => company.Domain is not null && company.Index != known.Account);
        await ReadAsync(links, link, "new.person@" + domain.Domain, "박새로", "제가 적은 회사", reads: true);

        // What readers send is taken up a few seconds later.
        var after = await FactsAsync(links);
        for (var tries = 0; tries < 40 && after.People.Count == before.People.Count; tries++)
        {
            await Task.Delay(500, Ct);
            after = await FactsAsync(links);
        }

        Assert.Equal(before.Companies.Count + 1, after.Companies.Count);
        var company = after.Companies.Single(company => company.Domain == "saebom-new.example");
        Assert.Equal("새봄 <b>테크</b>", company.Name);
        var person = after.People.Single(person => person.Email == "jiwoo@saebom-new.example");
        Assert.Equal((company.Index, "김지우"), (person.Account, person.Name));
        var lead = after.Leads.Single(lead => lead.Account == company.Index);
        Assert.Equal(("test", DateOnly.FromDateTime(links.Clock.GetUtcNow().UtcDateTime)), (lead.Source, lead.CreatedOn));
        Assert.DoesNotContain(after.People, one => one.Email == "bot@spam-farm.example");
        Assert.Equal(known.Name, after.People.Single(one => one.Email == known.Email).Name);
        Assert.Equal(domain.Name, after.Companies[after.People.Single(one => one.Email == "new.person@" + domain.Domain).Account].Name);

        var page = await links.Owner.TextAsync($"/w/{links.Room.Workspace.Id}/links/{link.Id}");
        Assert.Contains("4 people left their name", page, StringComparison.Ordinal);
        Assert.Contains("not yet known to be a person", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>테크</b>", page, StringComparison.Ordinal);
        using var shown = await links.Owner.GetAsync($"/w/{links.Room.Workspace.Id}/accounts/{company.Index}");
        Assert.Equal(HttpStatusCode.OK, shown.StatusCode);
    }

    [Fact]
    public async Task Capture_AnIgnoredDomain_MakesNothing()
    {
        await using var links = await LinkSite.StartAsync(withData: true);
        var before = await FactsAsync(links);
        using var set = await links.Owner.PostAsync($"/w/{links.Room.Workspace.Id}/reading/rule", ("use", "off"), ("ignored", "partner.example"));
        Assert.Equal(HttpStatusCode.Redirect, set.StatusCode);
        var link = await links.LinkAsync(new ShareOptions { CaptureLead = true });
        await ReadAsync(links, link, "a@partner.example", "A", "Partner", reads: true);
        await Task.Delay(TimeSpan.FromSeconds(4), Ct);
        Assert.Equal(before.Companies.Count, (await FactsAsync(links)).Companies.Count);

        // A domain that only ends alike is another company's.
        await ReadAsync(links, link, "b@notpartner.example", "B", "Other", reads: true);
        await Task.Delay(TimeSpan.FromSeconds(4), Ct);
        Assert.Contains((await FactsAsync(links)).Companies, company => company.Domain == "notpartner.example");
        Assert.Contains("of an ignored domain", await links.Owner.TextAsync($"/w/{links.Room.Workspace.Id}/links/{link.Id}"), StringComparison.Ordinal);
    }

    /// <summary>Where the link asks for it, a reader leaves a few words: once, as they were written, for the sender only.</summary>
    [Fact]
    public async Task Say_AtTheEnd_ReachesTheSenderOnceAndAsWritten()
    {
        await using var links = await LinkSite.StartAsync();
        var link = await links.LinkAsync(new ShareOptions { Cta = CallToAction.Read("궁금한 점을 남겨 주세요", "").Value });
        var reader = links.Site.Nobody();
        Assert.Equal(302, await LinkSite.EnterAsync(reader, link));
        Assert.Contains("/say\"", await reader.TextAsync("/v/" + link.Token), StringComparison.Ordinal);
        var (_, view) = await LinkSite.ViewAsync(reader, link);
        Assert.True(await LinkSite.BeatAsync(reader, link, view, 1, 2.5) is 200 or 204);
        foreach (var text in new[] { "가격이 궁금해요 <script>alert(1)</script>", "가격이 궁금해요 <script>alert(1)</script>", "", new string('x', CallToAction.MostText + 1) })
        {
            using var answer = await reader.PostPlainAsync($"/v/{link.Token}/say", ("text", text), ("email", "Jiwoo@Example.kr"), ("v", view));
            Assert.Equal(text.Length is > 0 and < 100 ? HttpStatusCode.Redirect : HttpStatusCode.BadRequest, answer.StatusCode);
        }

        // Without our script the words are kept all the same; nothing is counted as read.
        var plain = links.Site.Nobody();
        Assert.Equal(302, await LinkSite.EnterAsync(plain, link));
        using var without = await plain.PostPlainAsync($"/v/{link.Token}/say", ("text", "전화 주세요"));
        Assert.Equal(HttpStatusCode.Redirect, without.StatusCode);
        Assert.True(Assert.Single(await links.VisitsAsync()).ClickedCta);
        using var stranger = await links.Site.Nobody().PostPlainAsync($"/v/{link.Token}/say", ("text", "x"));
        Assert.Equal(HttpStatusCode.NotFound, stranger.StatusCode);
        var page = await links.Owner.TextAsync($"/w/{links.Room.Workspace.Id}/links/{link.Id}");
        Assert.Contains("2 messages", page, StringComparison.Ordinal);
        Assert.Contains("jiwoo@example.kr", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);

        // A link that leads elsewhere has no such form.
        var other = await links.LinkAsync(new ShareOptions { Cta = CallToAction.Read("예약", "https://example.com/book").Value });
        Assert.Equal(302, await LinkSite.EnterAsync(reader, other));
        using var none = await reader.PostPlainAsync($"/v/{other.Token}/say", ("text", "x"));
        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
    }

    /// <summary>The notice says that a reader may have the record deleted, and that it goes a year after the last visit: both are so.</summary>
    [Fact]
    public async Task Forget_OnRequestAndAfterAYear_LeavesNothingOfTheReader()
    {
        await using var links = await LinkSite.StartAsync();
        var link = await links.LinkAsync(new ShareOptions { CaptureLead = true });
        foreach (var (email, name) in new[] { ("jiwoo@saebom-new.example", "김지우"), ("minsu@other.example", "이민수"), ("sora@late.example", "한소라") })
        {
            await ReadAsync(links, link, email, name, "회사", reads: true);
        }

        using var forgotten = await links.Owner.PostAsync($"/w/{links.Room.Workspace.Id}/links/{link.Id}/forget", ("email", "Jiwoo@Saebom-New.example"));
        Assert.EndsWith("done=forgotten", forgotten.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal(["minsu@other.example", "sora@late.example"], (await links.VisitsAsync()).Select(visit => visit.Email!).Order(StringComparer.Ordinal));
        Assert.Equal(2, (await links.Room.Store.ViewsAsync(null, Ct)).Count);
        Assert.Equal(2, (await links.Room.Store.ViewersAsync(Ct)).Count);
        Assert.Equal(2, (await links.Room.Store.EventsAsync(null, Ct)).Select(entry => entry.View).Distinct().Count());
        using var none = await links.Owner.PostAsync($"/w/{links.Room.Workspace.Id}/links/{link.Id}/forget", ("email", "nobody@other.example"));
        Assert.EndsWith("done=forgotten-none", none.Headers.Location!.ToString(), StringComparison.Ordinal);

        // Ten months on one of them comes back; a year after the first visit only the other is gone.
        links.Clock.Pass(TimeSpan.FromDays(300));
        await ReadAsync(links, link, "sora@late.example", "한소라", "회사", reads: true);
        links.Clock.Pass(TimeSpan.FromDays(66));
        Assert.Equal(1, await links.Desk.ForgetOldAsync(Ct));
        Assert.Equal(["sora@late.example", "sora@late.example"], (await links.Room.Store.ViewersAsync(Ct)).Select(viewer => viewer.Email!));
        Assert.DoesNotContain("minsu", string.Concat((await links.Room.Store.EventsAsync(null, Ct)).Select(entry => entry.Body)), StringComparison.Ordinal);
        Assert.Equal(0, await links.Desk.ForgetOldAsync(Ct));
    }

    [Fact]
    public async Task Bulk_PeopleOfASegment_FillTheListAndGetALinkEach()
    {
        await using var links = await LinkSite.StartAsync(withData: true);
        var facts = await FactsAsync(links);
        var at = $"/w/{links.Room.Workspace.Id}/documents/{links.Document.Id}";
        var page = await links.Owner.TextAsync(at + "?people=1&country=US&job=Finance&lead=on");
        var list = System.Net.WebUtility.HtmlDecode(page[page.IndexOf("name=\"recipients\"", StringComparison.Ordinal)..]);
        list = list[(list.IndexOf('>', StringComparison.Ordinal) + 1)..list.IndexOf("</textarea>", StringComparison.Ordinal)];
        var expected = facts.People.Where(person => person is { Account: >= 0, Email: not null } && facts.Companies[person.Account].Place.Country?.Iso2 == "US"
            && Kindred.Core.Engagement.ReaderGroup.Of(person.Title) is { Job: Kindred.Core.Engagement.JobGroup.Finance, IsLead: true }).Select(person => person.Email!.ToLowerInvariant()).Distinct().Order(StringComparer.Ordinal).ToArray();
        Assert.NotEmpty(expected);
        Assert.Equal(expected, list.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(',')[0]).Order(StringComparer.Ordinal));
        Assert.Contains($"{expected.Length} people with an address", page, StringComparison.Ordinal);
        using var made = await links.Owner.PostAsync(at + "/links", ("label", "spring"), ("recipients", list));
        Assert.Equal(HttpStatusCode.Redirect, made.StatusCode);
        Assert.Equal(expected, links.Room.Links.Where(one => one.Campaign == "spring").Select(one => one.Recipient!).Order(StringComparer.Ordinal));
    }

    private static async Task<AccountFacts> FactsAsync(LinkSite links) => (await links.Site.Services.GetRequiredService<WorkspaceDesk>().SnapshotAsync(links.Room.Workspace, Ct)).Value.Facts!;

    private static async Task ReadAsync(LinkSite links, ShareLink link, string email, string name, string company, bool reads)
    {
        var browser = links.Site.Nobody();
        Assert.Equal(302, await LinkSite.EnterAsync(browser, link, ("email", email), ("name", name), ("company", company), ("consent", "yes")));
        if (!reads)
        {
            return;
        }

        var (status, view) = await LinkSite.ViewAsync(browser, link);
        Assert.Equal(200, status);
        for (var i = 1; i <= 6; i++)
        {
            links.Clock.Pass(TimeSpan.FromSeconds(2.5));
            Assert.True(await LinkSite.BeatAsync(browser, link, view, i, i * 2.5) is 200 or 204);
        }
    }
}
