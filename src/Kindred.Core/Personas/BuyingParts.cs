using Kindred.Core.Accounts;
using Kindred.Core.Basics;
using Kindred.Core.Engagement;
using Kindred.Core.Profiles;

namespace Kindred.Core.Personas;

/// <summary>Parts in a purchase, by job and size of the company: rules of thumb, said as such.</summary>
public static class BuyingParts
{
    /// <summary>Below so many people the chief executive signs; above, finance does and the chief executive carries it.</summary>
    public const int ChiefSignsBelow = 50;

    /// <summary>Parts every purchase needs somebody for.</summary>
    public static IReadOnlyList<BuyingPart> Needed { get; } = [BuyingPart.EconomicBuyer, BuyingPart.Reviewer, BuyingPart.Champion];

    /// <summary>The part in words.</summary>
    public static Wording Label(BuyingPart part) => part switch
    {
        BuyingPart.EconomicBuyer => new("돈을 정하는 사람", "economic buyer"),
        BuyingPart.Reviewer => new("기술·보안 검토자", "technical reviewer"),
        BuyingPart.Champion => new("쓰거나 미는 사람", "user or champion"),
        BuyingPart.Procurement => new("구매·법무 담당", "purchasing or law"),
        _ => new("역할을 모르는 사람", "part unknown"),
    };

    /// <summary>The usual part of a person.</summary>
    /// <param name="group">Kind of person.</param>
    /// <param name="employees">Head count of the company; NaN when unknown.</param>
    public static BuyingPart Of(ReaderGroup group, double employees) => group.Job switch
    {
        JobGroup.Finance => group.IsLead ? BuyingPart.EconomicBuyer : BuyingPart.Champion,
        JobGroup.TopManagement => employees < ChiefSignsBelow ? BuyingPart.EconomicBuyer : BuyingPart.Champion,
        JobGroup.Technology => group.IsLead ? BuyingPart.Reviewer : BuyingPart.Champion,
        JobGroup.Procurement => BuyingPart.Procurement,
        JobGroup.Unknown => BuyingPart.None,
        _ => BuyingPart.Champion,
    };

    /// <summary>The usual part of a known person.</summary>
    public static BuyingPart Of(AccountFacts facts, Person person)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(person);
        return Of(ReaderGroup.Of(person.Title), person.Account >= 0 ? facts.Companies[person.Account].Employees : double.NaN);
    }

    /// <summary>What such a person is measured by, from the banks: general knowledge, not counted from anything.</summary>
    public static IReadOnlyList<BankItem> Kpi(Banks banks, ReaderGroup group)
    {
        ArgumentNullException.ThrowIfNull(banks);
        Bank roles = banks["buying-roles"], kpi = banks["kpi-map"];
        return group.Job switch
        {
            JobGroup.Finance or JobGroup.TopManagement => [roles["budget"]],
            JobGroup.Technology => [kpi["technology"], roles["security"], roles["it"]],
            JobGroup.People => [kpi["hr"]],
            JobGroup.Sales => [kpi["marketing"]],
            JobGroup.Procurement => [roles["procurement"]],
            JobGroup.Unknown => [],
            _ => [roles["user"]],
        };
    }

    /// <summary>Questions to ask such a person, from the bank of interviews: a choice, never all.</summary>
    public static IReadOnlyList<BankItem> Questions(Banks banks, BuyingPart part)
    {
        ArgumentNullException.ThrowIfNull(banks);
        var interview = banks["decision-maker-interview"];
        return part switch
        {
            BuyingPart.EconomicBuyer => [interview["approvals"], interview["alternatives"], interview["earning"]],
            BuyingPart.Reviewer => [interview["research"], interview["alternatives"]],
            BuyingPart.Champion => [interview["wanted"], interview["solved"], interview["words"]],
            BuyingPart.Procurement => [interview["approvals"]],
            _ => [],
        };
    }
}
