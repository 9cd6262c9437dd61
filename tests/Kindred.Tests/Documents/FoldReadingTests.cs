using Kindred.Documents.Tracking;
using Xunit;

namespace Kindred.Tests.Documents;

/// <summary>T19, T22, T32: what beats come to does not depend on their order, and never exceeds the time our own clock saw pass.</summary>
public sealed class FoldReadingTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 22, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Of_HonestBeats_CreditsWhatTheySay()
    {
        var reading = FoldReading.Of(Start, [Beat(1, 2.5, [(1, 2.5, 2.5, 0)]), Beat(2, 5, [(1, 1, 1.5, 0), (2, 1, 1, 0)]), Beat(3, 7.5, [(2, 2, 2, 0.5)], isEnd: true)]);
        Assert.Equal([new BeatPage(1, 3.5, 4, 0), new BeatPage(2, 3, 3, 0.5)], reading.Pages);
        Assert.Equal((3, 7.5, true), (reading.Inputs, reading.OpenSeconds, reading.SaidGoodbye));
    }

    [Fact]
    public void Of_EveryOrderAndRepetition_GivesTheSame()
    {
        for (var seed = 0; seed < 2_000; seed++)
        {
            var random = new Random(seed);
            var beats = Session(random, 20);
            var expected = FoldReading.Of(Start, beats);
            var shuffled = beats.Concat(beats.Where(_ => random.Next(3) == 0)).ToArray();
            random.Shuffle(shuffled);
            var found = FoldReading.Of(Start, shuffled);
            Assert.Equal(expected.Pages, found.Pages);
            Assert.Equal((expected.Inputs, expected.OpenSeconds, expected.SaidGoodbye), (found.Inputs, found.OpenSeconds, found.SaidGoodbye));
        }
    }

    [Fact]
    public void Of_FiveHundredBeatsInAnyOrder_GiveTheSame()
    {
        var random = new Random(7);
        var beats = Session(random, 500);
        var expected = FoldReading.Of(Start, beats).Pages;
        for (var i = 0; i < 20; i++)
        {
            random.Shuffle(beats);
            Assert.Equal(expected, FoldReading.Of(Start, beats).Pages);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(20)]
    [InlineData(3600)]
    public void Of_TenThousandForgedBeats_CreditAtMostWhatPassed(int elapsed)
    {
        var random = new Random(elapsed);
        var kinds = new Func<int, Beat>[]
        {
            i => Beat(i, i * 2.5, [(1, 2.5, 2.5, 0)], received: random.NextDouble() * elapsed),
            i => Beat(i, 86_400, [(random.Next(1, 40), 80_000, 86_400, 0)], received: random.NextDouble() * elapsed),
            i => Beat(i, random.NextDouble() * 600_000, [(1, 0, 50_000, 36_000), (2, 1, 400, 0)], received: elapsed),
            _ => Beat(1, 2.5, [(1, 2.5, 2.5, 0)], received: random.NextDouble() * elapsed),
        };
        foreach (var kind in kinds)
        {
            var reading = FoldReading.Of(Start, Enumerable.Range(1, 10_000).Select(kind));
            var credited = reading.Pages.Sum(page => page.Visible + page.Uncertain);
            Assert.InRange(credited, 0, elapsed + 5.0);
            Assert.All(reading.Pages, page => Assert.True(page.Active <= page.Visible + 1e-9 && double.IsFinite(page.Visible)));
        }
    }

    [Fact]
    public void Of_BeatsThatWaitedOffline_AreCreditedInFull()
    {
        // Ten beats of 2.5 s made while offline arrive together a minute later.
        var reading = FoldReading.Of(Start, Enumerable.Range(1, 10).Select(i => Beat(i, i * 2.5, [(3, 2.5, 2.5, 0)], received: 60, isEnd: i == 10)));
        Assert.Equal(25, Assert.Single(reading.Pages).Active, 9);
    }

    [Fact]
    public void Of_KilledTab_AddsHalfAnIntervalToThePageLastRead()
    {
        var killed = FoldReading.Of(Start, [Beat(1, 2.5, [(1, 2.5, 2.5, 0)]), Beat(2, 5, [(2, 2.0, 2.0, 0), (1, 0.5, 0.5, 0)])]);
        Assert.Equal((3.0, 3.25), (killed.Pages[0].Active, killed.Pages[1].Active));
        Assert.False(killed.SaidGoodbye);
        var idle = FoldReading.Of(Start, [Beat(1, 2.5, [(1, 0, 2.5, 0)])]);
        Assert.Equal((0.0, 2.5), (idle.Pages[0].Active, idle.Pages[0].Visible));
    }

    [Fact]
    public void Of_ClaimBeyondTheBrowsersOwnTime_IsCut()
    {
        // 2.5 s passed in the browser, 100 s are claimed, and our clock would allow them.
        var reading = FoldReading.Of(Start, [Beat(1, 2.5, [(1, 100, 100, 0)], received: 200, isEnd: true)]);
        Assert.Equal(2.5 + (FoldReading.Slack / 4), reading.Pages[0].Active, 9);
    }

    [Fact]
    public void Of_NoBeats_IsEmpty() => Assert.Equal((0, 0, 0.0, false), (FoldReading.Of(Start, []).Pages.Count, FoldReading.Of(Start, []).Inputs, FoldReading.Of(Start, []).OpenSeconds, FoldReading.Of(Start, []).SaidGoodbye));

    [Fact]
    public void Text_WrittenAndRead_IsTheSame()
    {
        var random = new Random(3);
        foreach (var beat in Session(random, 200))
        {
            var message = new BeatMessage("view", beat.Sequence, beat.ElapsedSeconds, beat.Pages, beat.Inputs, beat.IsEnd);
            var read = BeatText.Read(ViewEvent.Of("view", message, beat.ReceivedAt));
            Assert.Equal((beat.Sequence, beat.ReceivedAt, beat.ElapsedSeconds, beat.Inputs, beat.IsEnd), (read.Sequence, read.ReceivedAt, read.ElapsedSeconds, read.Inputs, read.IsEnd));
            Assert.Equal(beat.Pages, read.Pages);
        }
    }

    private static Beat[] Session(Random random, int count)
    {
        var at = 0.0;
        return [.. Enumerable.Range(1, count).Select(i =>
        {
            at += random.NextDouble() * 5;
            var active = random.NextDouble() * 2;
            return Beat(i, at, [(random.Next(1, 6), active, active + random.NextDouble(), random.NextDouble())], received: at + random.NextDouble(), isEnd: random.Next(5) == 0);
        })];
    }

    private static Beat Beat(int sequence, double elapsed, (int Page, double Active, double Visible, double Uncertain)[] pages, bool isEnd = false, double? received = null) =>
        new(sequence, Start.AddSeconds(received ?? elapsed), elapsed, [.. pages.Select(page => new BeatPage(page.Page, page.Active, page.Visible, page.Uncertain))], 1, isEnd);
}
