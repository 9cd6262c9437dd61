using Kindred.Core.Accounts;
using Kindred.Core.Basics;
using Kindred.Core.Engagement;
using Xunit;

namespace Kindred.Tests.Engagement;

/// <summary>Campaigns: what is taken, what is refused, what came of it, by hand.</summary>
public sealed class StudyCampaignTests
{
    private static readonly DateOnly From = new(2026, 6, 1);
    private static readonly DateOnly To = new(2026, 6, 10);

    [Fact]
    public void Campaign_OfACsv_TakesOneAddressALineOnce()
    {
        var campaign = Campaign.Of(" Spring ", "mail", From, To, new Money(1_000_000, "KRW"), "Email,Name\r\nA@x.example,Kim\n\"Lee\" <b@x.example>\na@x.example\nnobody\n").Value;
        Assert.Equal(("Spring", "a@x.example b@x.example"), (campaign.Name, string.Join(' ', campaign.Members)));
    }

    [Fact]
    public void Campaign_ThatCannotBe_IsRefusedWithEveryReason()
    {
        var refused = Campaign.Of(" ", "mail", To, From, new Money(-1, "KRW"), "no address here");
        Assert.Equal(["campaigns.name", "campaigns.dates", "campaigns.cost", "campaigns.no-members"], refused.Reasons.Select(reason => reason.Code));
        Assert.Equal([" ", "2026-06-01", "-1 KRW", " "], refused.Reasons.Select(reason => reason.Subject));
        Assert.Equal("Give the campaign a name of at most 200 characters.", refused.Reasons[0].Message.En);
        Assert.Equal("It ends on 2026-06-01, before it begins on 2026-06-10. Change one of the dates.", refused.Reasons[1].Message.En);
        Assert.Equal("A cost of -1 KRW is below 0. Write 0 or more, or leave it empty.", refused.Reasons[2].Message.En);
        Assert.Equal("There is no e-mail address in the list of members. Give a CSV with one address a line.", refused.Reasons[3].Message.En);
        Assert.All(refused.Reasons, reason => Assert.Matches("[가-힣]", reason.Message.Ko));
    }

    [Fact]
    public void Study_ByHand()
    {
        // 25 finance leads of whom 20 reply and 5 see a demo; 25 developers who do nothing but click; one address nobody knows.
        var people = Enumerable.Range(0, 50).Select(i => Visits.Person(-1, Name(i), i < 25 ? "CFO" : "Developer")).ToArray();
        Activity Did(int i, string what, int day) => new(-1, what, From.AddDays(day), Name(i));
        var activities = Enumerable.Range(0, 20).Select(i => Did(i, "Reply", 39)).Concat(Enumerable.Range(0, 5).Select(i => Did(i, "Demo", 0)))
            .Concat(Enumerable.Range(25, 25).Select(i => Did(i, "Ad click", 3))).Append(Did(24, "Reply", 40)).Append(Did(23, "Reply", -1)).Append(Did(22, "Email sent", 2)).ToArray();
        var campaign = Campaign.Of("Spring", "mail", From, To, null, string.Join('\n', people.Select(person => person.Email).Append("new@x.example"))).Value;
        var study = StudyCampaign.Run(ReadingBook.Of(Visits.Facts() with { People = people, Activities = activities }, [], []), [], campaign);
        Assert.Equal((50, true, new Share(20, 51), new Share(5, 51), new Share(25, 51)), (study.Known, study.IsOver, study.Replied, study.Demo, study.Cta));
        var finance = Assert.Single(study.Cells, cell => cell.Group.Job == JobGroup.Finance);
        Assert.Equal((25, new Share(20, 25), new Share(0, 26)), (finance.Reached, finance.Replied.Own, finance.Replied.Rest));
        Assert.Equal([CellVerdict.More, CellVerdict.Less], [finance.Replied.Verdict, finance.Cta.Verdict]);
        Assert.Equal(CellVerdict.Less, study.Cells.Single(cell => cell.Group.Job == JobGroup.Technology).Replied.Verdict);

        var small = StudyCampaign.Run(ReadingBook.Of(Visits.Facts() with { AsOf = To, People = people, Activities = activities }, [], []), [], campaign with { Members = [.. campaign.Members.Take(19)] });
        Assert.Equal((false, CellVerdict.TooFew), (small.IsOver, small.Cells[0].Replied.Verdict));
    }

    private static string Name(int i) => "p" + i.ToString(System.Globalization.CultureInfo.InvariantCulture) + "@x.example";
}
