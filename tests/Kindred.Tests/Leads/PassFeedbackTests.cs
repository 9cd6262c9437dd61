using Kindred.Core.Leads;
using Kindred.Core.Profiles;
using Kindred.Core.Tables;
using Kindred.Tests.Accounts;
using Xunit;

namespace Kindred.Tests.Leads;

public sealed class PassFeedbackTests
{
    private static readonly DateTimeOffset At = new(2026, 8, 1, 23, 30, 0, TimeSpan.FromHours(9));
    private static readonly DateOnly Today = new(2026, 11, 1);

    [Theory]
    [InlineData(9, 24, 2, 40, ClauseVerdict.Contradicted, "The team contradicts the ICP on industry")]
    [InlineData(1, 24, 20, 40, ClauseVerdict.Agrees, "agrees")]
    [InlineData(5, 24, 8, 40, ClauseVerdict.Unclear, "neither")]
    [InlineData(9, 19, 2, 40, ClauseVerdict.NotEnough, "need 20 decided core leads and as many others, have 19 and 40")]
    [InlineData(9, 24, 0, 3, ClauseVerdict.NotEnough, "have 24 and 3")]
    [InlineData(0, 0, 0, 0, ClauseVerdict.NotEnough, "have 0 and 0")]
    public void Run_CoreLeadsPassedForIndustry_AreHeldAgainstTheOthers(int corePassed, int core, int otherPassed, int others, ClauseVerdict verdict, string text)
    {
        var (leads, log) = Decided(corePassed, core, otherPassed, others, "industry");
        var clause = PassFeedback.Run(leads, log, ["industry", "employees", "technologies"], Today).Value.Clauses[0];
        Assert.Equal((PassReason.Industry, (corePassed, core), (otherPassed, others), verdict), (clause.Reason, clause.Core, clause.Others, clause.Verdict));
        Assert.Equal(["industry"], clause.Fields);
        Assert.Contains(text, clause.Sentence.En, StringComparison.Ordinal);
        Assert.Matches("[가-힣]", clause.Sentence.Ko);
    }

    [Fact]
    public void Run_NineOf24_HasTheWilsonInterval()
    {
        // Wilson for 9 of 24 at z = 1.959964, by the formula in Python: 0.21159, 0.57290.
        var (leads, log) = Decided(9, 24, 2, 40, "size");
        var clause = PassFeedback.Run(leads, log, ["industry"], Today).Value.Clauses[1];
        Assert.Equal((0.2116, 0.5729), (Math.Round(clause.Low, 4), Math.Round(clause.High, 4)));
        Assert.Empty(clause.Fields);
        Assert.Contains("no clause on it", clause.Sentence.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_ALeadJudgedAgain_CountsOnceAndLast()
    {
        var (leads, log) = Decided(3, 24, 0, 20, "industry");
        var again = new LeadLog([.. log.Events, new LeadEvent(1000, "core-0", LeadEventKind.Taken, "Kim", null, "card", At.AddDays(1))], []);
        Assert.Equal((2, 24), PassFeedback.Run(leads, again, ["industry"], Today).Value.Clauses[0].Core);
    }

    [Fact]
    public void Run_WithoutAProfile_SaysNothingOfClauses() => Assert.Empty(PassFeedback.Run(Decided(9, 24, 2, 40, "industry").Leads, LeadLog.Empty, null, Today).Value.Clauses);

    [Theory]
    [InlineData(90, "2026-10-30", true)]
    [InlineData(92, "2026-11-01", true)]
    [InlineData(93, "2026-11-02", false)]
    public void Run_PassedForItsTiming_ComesBack(int days, string on, bool isDue)
    {
        var (leads, log) = Decided(1, 2, 0, 0, "timing");
        var back = Assert.Single(PassFeedback.Run(leads, log, null, Today, days).Value.Returning);
        Assert.Equal(("core-0", DateOnly.Parse(on, System.Globalization.CultureInfo.InvariantCulture), isDue), (back.Lead, back.On, back.IsDue));
    }

    [Fact]
    public void Run_Duplicates_AreListedForMatching()
    {
        var (leads, log) = Decided(2, 3, 0, 1, "duplicate");
        Assert.Equal([("core-0", "Core 0", "Kim"), ("core-1", "Core 1", "Kim")], PassFeedback.Run(leads, log, null, Today).Value.Duplicates.OrderBy(lead => lead.Lead, StringComparer.Ordinal).Select(lead => (lead.Lead, lead.Name, lead.By!)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(731)]
    public void Run_TimingOutOfBounds_IsRefused(int days)
    {
        var reason = Assert.Single(PassFeedback.Run([], LeadLog.Empty, null, Today, days).Reasons);
        Assert.Equal(("leads.timing-days", "--timing-days"), (reason.Code, reason.Subject));
        Assert.Contains("between 1 and 730", reason.Message.En, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("owner,capacity\nKim,3\nLee,0", "Kim 3, Lee 0, Park 20")]
    [InlineData("담당자,처리량\nPark,5", "Kim 20, Lee 20, Park 5")]
    public void Capacities_AFile_OverridesTheUsual(string csv, string expected) =>
        Assert.Equal(expected, string.Join(", ", OwnerCapacities.Read(Csv(csv), ["Kim", "Lee", "Park"], 20).Value.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => $"{entry.Key} {entry.Value}")));

    [Theory]
    [InlineData("owner,capacity\nChoi,3", "leads.unknown-owner", "Choi", "Owners: Kim, Lee, Park")]
    [InlineData("owner,capacity\nKim,many", "leads.capacities", "Kim", "'many'")]
    [InlineData("owner,capacity\nKim,-1", "leads.capacities", "Kim", "'-1'")]
    [InlineData("owner,capacity\nKim,2.5", "leads.capacities", "Kim", "'2.5'")]
    [InlineData("owner,capacity\nKim,1\nKim,2", "leads.capacities", "Kim", "stands twice")]
    [InlineData("name,places\nKim,3", "leads.capacities", "c.csv", "name, places")]
    public void Capacities_WhatCannotBe_IsRefused(string csv, string code, string subject, string quoted)
    {
        var reason = Assert.Single(OwnerCapacities.Read(Csv(csv), ["Kim", "Lee", "Park"], 20).Reasons);
        Assert.Equal((code, subject), (reason.Code, reason.Subject));
        Assert.Contains(quoted, reason.Message.En, StringComparison.Ordinal);
        Assert.Matches("[가-힣]", reason.Message.Ko);
    }

    [Theory]
    [InlineData("Lee", true)]
    [InlineData(null, true)]
    [InlineData("Kim", false)]
    public void Decide_ASecondTake_IsRefusedUnlessBySamePerson(string? by, bool isRefused)
    {
        LeadEvent[] log = [new(1, "L", LeadEventKind.Taken, "Kim", null, "card", At), new(2, "L", LeadEventKind.Queued, "Lee", null, "card", At.AddDays(1))];
        var reason = DecideLead.Refusal(log, new LeadEvent(0, "L", LeadEventKind.Taken, by, null, "card", At.AddDays(2)));
        Assert.Equal(isRefused, reason is not null);
        if (reason is not null)
        {
            Assert.Equal("leads.taken-already", reason.Code);
            Assert.Contains("taken by Kim since 2026-08-01", reason.Message.En, StringComparison.Ordinal);
        }

        // Once passed on it is free again.
        Assert.Null(DecideLead.Refusal([.. log, new LeadEvent(3, "L", LeadEventKind.Passed, "Kim", "size", "card", At)], new LeadEvent(0, "L", LeadEventKind.Taken, by, null, "card", At)));
    }

    private static Table Csv(string csv) => TestTables.Read("c.csv", csv).Table;

    private static (JudgedLead[] Leads, LeadLog Log) Decided(int corePassed, int core, int otherPassed, int others, string reason)
    {
        var leads = new List<JudgedLead>();
        var log = new List<LeadEvent>();
        void Add(string name, int passed, int of, AccountState state)
        {
            for (var i = 0; i < of; i++)
            {
                var id = $"{name.ToLowerInvariant()}-{i}";
                leads.Add(new JudgedLead(new LeadEntry(id, $"{name} {i}", leads.Count, "", "", null, null, null), state));
                log.Add(new LeadEvent(log.Count + 1, id, i < passed ? LeadEventKind.Passed : LeadEventKind.Taken, "Kim", i < passed ? reason : null, "card", At));
            }
        }

        Add("Core", corePassed, core, AccountState.Core);
        Add("Other", otherPassed, others, AccountState.Adjacent);
        return ([.. leads], new LeadLog(log, []));
    }
}
