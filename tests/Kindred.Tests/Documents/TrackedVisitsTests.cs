using Kindred.Core.Engagement;
using Kindred.Documents.Rendering;
using Kindred.Documents.Sharing;
using Kindred.Documents.Tracking;
using Xunit;

namespace Kindred.Tests.Documents;

/// <summary>From openings to visits: the 15-minute rule, who is ours, what may have been passed on, and that nobody reads longer than it was open.</summary>
public sealed class TrackedVisitsTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 22, 9, 0, 0, TimeSpan.Zero);
    private static readonly SharedDocument Deck = new("d", "Deck", DocumentType.Intro, Start, null, [new DocumentVersion(1, "deck.pdf", "", 1, [.. Enumerable.Repeat(new PageSize(960, 540), 5)], [100, 10, 20, 30, 40], ["pricing", "", "", "", ""], Start, null)]);
    private readonly List<Viewer> _viewers = [];
    private readonly List<DocumentView> _views = [];
    private readonly List<ViewEvent> _events = [];

    [Theory]
    [InlineData(14.9, 1)]
    [InlineData(15.0, 1)]
    [InlineData(15.1, 2)]
    public void Of_TwoOpenings_AreOneVisitUpToFifteenMinutesApart(double minutesBetween, int expected)
    {
        var who = Enter("a", "jiwoo@a.kr");
        Read(who, 0, 60);
        Read(who, 60 + (minutesBetween * 60), 30);
        var visits = Of(Link());
        Assert.Equal(expected, visits.Count);
        Assert.Equal(90, visits.Sum(visit => visit.ActiveSeconds), 6);
        Assert.All(visits, visit => Assert.True(visit is { Class: VisitClass.Human, Counts: true, IsMeasured: true, PageCount: 5 }));
        Assert.Equal("pricing", visits[0].Pages[0].Tag);
    }

    [Fact]
    public void Of_OneAddressOnTwoDevices_IsOneReader()
    {
        Read(Enter("a", "jiwoo@a.kr", "Chrome"), 0, 60);
        Read(Enter("b", "jiwoo@a.kr", "Safari"), 120, 60);
        Read(Enter("c", "minsu@a.kr"), 120, 60);
        Assert.Equal(["jiwoo@a.kr", "minsu@a.kr"], Of(Link()).Select(visit => visit.Email));
    }

    [Fact]
    public void Of_ManyWindowsAtOnce_CreditNotMoreThanTheTimeItWasOpen()
    {
        // A forger starts forty views and lets each say a minute.
        var who = Enter("a", "jiwoo@a.kr");
        for (var i = 0; i < 40; i++)
        {
            Read(who, i * 0.01, 60);
        }

        var visit = Assert.Single(Of(Link()));
        Assert.InRange(visit.Pages.Sum(page => page.VisibleSeconds + page.UncertainSeconds), 55, 60.4 + 5);
        Assert.InRange(visit.OpenSeconds, 60, 60.5);
    }

    [Fact]
    public void Of_WhatNeverShowedAPage_IsNoVisit()
    {
        var who = Enter("a", "jiwoo@a.kr");
        _views.Add(View(who, 0));
        var silent = View(who, 10);
        _views.Add(silent);
        Send(silent, 1, 0, 0);
        Assert.Empty(Of(Link()));
    }

    [Fact]
    public void Of_OursAndIgnored_AreMarkedAndCountNowhere()
    {
        Read(Enter("a", null, isTeam: true), 0, 60);
        Read(Enter("b", "me@ours.kr"), 0, 60);
        Read(Enter("c", "jiwoo@a.kr"), 0, 60);
        var visits = Of(Link());
        Assert.Equal(3, visits.Count);
        Assert.Equal(["jiwoo@a.kr"], visits.Where(visit => visit.Counts).Select(visit => visit.Email));
    }

    [Fact]
    public void Of_AnonymousLink_KnowsNobody()
    {
        Read(Enter("a", null, device: null, address: null), 0, 60);
        Read(Enter("b", null, device: null, address: null), 0, 60);
        var visits = Of(Link(recipient: "jiwoo@a.kr", isAnonymous: true));
        Assert.Equal(2, visits.Count);
        Assert.All(visits, visit => Assert.True(visit is { Email: null, Account: -1, Person: -1, Device: null, MayBeForwarded: false }));
    }

    [Fact]
    public void Of_LinkForOnePerson_OthersMayHaveBeenForwarded()
    {
        Read(Enter("a", "jiwoo@a.kr", "Chrome", "x"), 0, 60);
        Read(Enter("b", "jiwoo@a.kr", "Safari", "x"), 5_000, 60);
        Read(Enter("c", "boss@a.kr", "Chrome", "x"), 10_000, 60);
        Read(Enter("d", null, "Safari", "y"), 15_000, 60);
        Assert.Equal([false, false, true, true], Of(Link(recipient: "jiwoo@a.kr")).Select(visit => visit.MayBeForwarded));
    }

    [Fact]
    public void Of_RecipientWithoutGate_IsKnownAndFound()
    {
        Read(Enter("a", null), 0, 60);
        var visit = Assert.Single(Of(Link(recipient: "jiwoo@a.kr")));
        Assert.Equal(("jiwoo@a.kr", 7, 9), (visit.Email, visit.Account, visit.Person));
    }

    [Fact]
    public void Of_ScannerAndPersonInOneVisit_IsThePersons()
    {
        var who = Enter("a", "jiwoo@a.kr");
        Read(who, 0, 10, crawler: "Safe Links");
        Read(who, 30, 60);
        Read(Enter("b", "minsu@a.kr"), 0, 10, crawler: "Slack");
        var visits = Of(Link());
        Assert.Equal([("jiwoo@a.kr", VisitClass.Human), ("minsu@a.kr", VisitClass.Scanner)], visits.Select(visit => (visit.Email!, visit.Class)).Order());
    }

    [Fact]
    public void Of_EventsInAnyOrder_GiveTheSameVisits()
    {
        var who = Enter("a", "jiwoo@a.kr");
        Read(who, 0, 60);
        Read(who, 2_000, 45);
        var expected = Of(Link()).Select(Shown).ToArray();
        var random = new Random(5);
        for (var i = 0; i < 200; i++)
        {
            var events = _events.ToArray();
            random.Shuffle(events);
            _events.Clear();
            _events.AddRange(events);
            Assert.Equal(expected, Of(Link()).Select(Shown));
        }

        static (string, DateTimeOffset, double, double) Shown(ReadingVisit visit) => (visit.Id, visit.At, visit.ActiveSeconds, visit.OpenSeconds);
    }

    private IReadOnlyList<ReadingVisit> Of(ShareLink link) => TrackedVisits.Of([Deck], [link], _viewers, _views, _events, email => email.EndsWith("@ours.kr", StringComparison.Ordinal), email => email == "jiwoo@a.kr" ? (7, 9) : (-1, -1));

    private static ShareLink Link(string? recipient = null, bool isAnonymous = false) => new("l", "token", "d", new ShareOptions { IsAnonymous = isAnonymous }, null, 1, "x", recipient, null, Start, null, null, 0);

    private Viewer Enter(string id, string? email, string? device = "Chrome", string? address = "x", bool isTeam = false)
    {
        var viewer = new Viewer(id, "l", 1, email, false, null, null, null, device, address, null, Start, Start.AddHours(12), isTeam);
        _viewers.Add(viewer);
        return viewer;
    }

    private DocumentView View(Viewer who, double at, string? crawler = null) => new($"v{_views.Count:D3}", "l", "d", 1, who.Id, Start.AddSeconds(at), new OpeningSigns(crawler, false, true, false, true));

    private void Read(Viewer who, double at, int seconds, string? crawler = null)
    {
        var view = View(who, at, crawler);
        _views.Add(view);
        for (var i = 1; i <= seconds / 2.5; i++)
        {
            Send(view, i, i * 2.5, 2.5, isEnd: i * 2.5 >= seconds);
        }
    }

    private void Send(DocumentView view, int number, double at, double seconds, bool isEnd = false) =>
        _events.Add(ViewEvent.Of(view.Id, new BeatMessage("", number, at, [new BeatPage(1, seconds, seconds, 0)], 1, isEnd), view.StartedAt.AddSeconds(at)));
}
