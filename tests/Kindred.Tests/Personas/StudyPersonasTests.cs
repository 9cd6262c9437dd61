using Kindred.Core.Accounts;
using Kindred.Core.Engagement;
using Kindred.Core.Personas;
using Kindred.Core.Profiles;
using Kindred.Core.Standards;
using Kindred.Sample;
using Kindred.Tests.Engagement;
using Xunit;

namespace Kindred.Tests.Personas;

/// <summary>Kinds of people, who is missing, and committees: against the planted truth and by hand.</summary>
public sealed class StudyPersonasTests
{
    [Theory]
    [InlineData(18)]
    [InlineData(1)]
    [InlineData(2)]
    public void Sample_CoreWithoutEconomicBuyer_IsThePlantedShare(int seed)
    {
        var (sample, standing) = (SampleReading.Of(seed), Standing(seed));
        var study = Study(sample.Facts, standing);
        var cell = Assert.Single(study.Matrix, cell => cell is { State: AccountState.Core, Part: BuyingPart.EconomicBuyer });

        // 31 % of the core were planted without one among the contacts; a few of those came in as leads themselves and are seen by now.
        var core = Enumerable.Range(0, sample.Company.Accounts.Length).Where(i => sample.Company.Accounts[i].Group == SampleGroup.Core).ToArray();
        var contacts = sample.Company.Contacts.Where(contact => contact.Role == SampleRole.EconomicBuyer).Select(contact => contact.Account).ToHashSet();
        var leads = sample.Company.Leads.Where(lead => ReaderGroup.Of(TitleReader.Read(lead.Title)) is { Job: JobGroup.Finance, IsLead: true }).Select(lead => lead.Account).ToHashSet();
        var planted = new Share(core.Count(account => !contacts.Contains(account)), core.Length);
        Assert.True(planted.Low <= 0.31 && 0.31 <= planted.High, planted.ToString());
        Assert.Equal(core.Length, cell.Seen.N);

        // One company in twenty-five stands there twice, and merging brings a person over now and then.
        Assert.InRange(cell.Seen.N - cell.Seen.Hits - core.Count(account => !contacts.Contains(account) && !leads.Contains(account)), -2, 2);
        Assert.Same(cell, study.Alerts[0]);
        Assert.Contains("economic buyer seen", cell.Alert.En, StringComparison.Ordinal);
        Assert.Contains("핵심 회사의", cell.Alert.Ko, StringComparison.Ordinal);
        Assert.All(study.Matrix, one => Assert.InRange(one.EmptyShare ?? 0, 0, 1));
        Assert.Equal(study.People, study.WithoutTitle + study.Personas.Sum(persona => persona.People));
        Assert.All(study.Personas, persona => Assert.Equal(persona.People, persona.Parts.Sum(part => part.People)));
    }

    [Fact]
    public void Sample_Personas_CarryWhatWasPlanted()
    {
        var study = Study(SampleReading.Of(18).Facts, []);
        Persona Of(string code) => Assert.Single(study.Personas, persona => persona.Group.Code == code);
        var finance = Of("finance-lead");
        Assert.Equal((BuyingPart.EconomicBuyer, CellVerdict.More), (finance.Parts[0].Part, finance.Met!.Verdict));
        Assert.Equal(["pricing", "roi"], finance.Interests.Select(tag => tag.Tag).Order());
        Assert.Contains(finance.Titles, title => title.Title == "CFO");
        var people = Of("people-lead");
        Assert.Equal(CellVerdict.NoDifference, people.Met!.Verdict);
        Assert.Equal("cases", Assert.Single(people.Interests).Tag);
        Assert.Equal("security", Assert.Single(Of("technology-lead").Interests).Tag);
        Assert.NotEmpty(finance.Kpi);
        Assert.NotEmpty(finance.Questions);
        Assert.Empty(study.Matrix);
        Assert.Equal(84, study.Open.Count);
        Assert.True(study.Open[0].Committee.Missing.Count >= study.Open[^1].Committee.Missing.Count);
    }

    [Theory]
    [InlineData("CFO", 100, BuyingPart.EconomicBuyer)]
    [InlineData("재무팀장", 100, BuyingPart.EconomicBuyer)]
    [InlineData("Accountant", 100, BuyingPart.Champion)]
    [InlineData("CEO", 49, BuyingPart.EconomicBuyer)]
    [InlineData("CEO", 50, BuyingPart.Champion)]
    [InlineData("CEO", double.NaN, BuyingPart.Champion)]
    [InlineData("CISO", 100, BuyingPart.Reviewer)]
    [InlineData("Developer", 100, BuyingPart.Champion)]
    [InlineData("구매팀장", 100, BuyingPart.Procurement)]
    [InlineData("대리", 100, BuyingPart.None)]
    public void Part_OfATitle(string title, double employees, BuyingPart part) => Assert.Equal(part, BuyingParts.Of(ReaderGroup.Of(TitleReader.Read(title)), employees));

    [Fact]
    public void Committee_SaysWhoReadWhatAndWhoIsMissing()
    {
        var facts = Visits.Facts() with { Companies = [Company(0, 80), Company(1, 80)], People = [Visits.Person(0, "cto@x.example", "CTO"), Visits.Person(0, "ops@x.example", "RevOps Manager"), Visits.Person(1, "cfo@y.example", "CFO")] };
        var committee = Committee.Of(ReadingBook.Of(facts, [Visits.Human("cto@x.example", Visits.Noon, DocumentType.Security, account: 0, person: 0)], []), 0);
        Assert.Equal([BuyingPart.EconomicBuyer], committee.Missing);
        Assert.Equal([(BuyingPart.Reviewer, 30.0), (BuyingPart.Champion, 0.0)], committee.Members.Select(member => (member.Part, member.Seconds)));
        Assert.Equal(("security", new DateOnly(2026, 6, 1)), (committee.Members[0].Read!.En, committee.Members[0].LastRead));
        Assert.Equal(BuyingParts.Needed, Committee.Of(ReadingBook.Of(facts with { People = [] }, [], []), 0).Missing);
    }

    private static PersonaStudy Study(AccountFacts facts, IReadOnlyList<ClassifiedAccount> standing)
    {
        var book = ReadingBook.Of(facts, ImportedVisits.Of(facts), standing);
        return StudyPersonas.Run(book, StudyReading.Run(book, ReadingFilter.None), standing);
    }

    /// <summary>The planted groups as states, so that no profile need be built.</summary>
    private static ClassifiedAccount[] Standing(int seed)
    {
        var sample = SampleReading.Of(seed);
        var core = sample.Company.Accounts.Where(account => account.Group == SampleGroup.Core).Select(account => account.RecordId.ToString(System.Globalization.CultureInfo.InvariantCulture)).ToHashSet();
        return [.. sample.Facts.Companies.Select(company => new ClassifiedAccount(company.Index, core.Contains(company.Key) ? AccountState.Core : AccountState.Outside, [], [], false))];
    }

    private static Company Company(int index, double employees) => new(index, "k", "n", [], null, null, Place.Read(null, null, null), null, null, employees, null, null, null, [], null);
}
