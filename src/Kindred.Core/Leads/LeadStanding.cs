using Kindred.Core.Basics;
using Kindred.Core.Conditions;
using Kindred.Core.Profiles;
using Kindred.Core.Tables;

namespace Kindred.Core.Leads;

/// <summary>How companies stand to the profile that icp.json holds: core, one condition from core, and which.</summary>
public static class LeadStanding
{
    /// <summary>The state of every company of a table.</summary>
    public static IReadOnlyList<ClassifiedAccount> Of(ProfileDocument profile, Table companies)
    {
        ArgumentNullException.ThrowIfNull(profile);
        ArgumentNullException.ThrowIfNull(companies);
        return ClassifyAccounts.Run(companies, profile.Core is { } core ? Conjunction(core) : Conditions.Conjunction.Everything, [.. profile.Regret.Select(Conjunction)], [.. profile.Anti.Select(Conjunction)], new bool[companies.RowCount]);
    }

    /// <summary>"one condition from core: CRM unknown"; null where there is nothing to say.</summary>
    /// <param name="account">The company.</param>
    /// <param name="labels">Names of fields for people; a field without one is named as in the data.</param>
    public static Wording? Words(ClassifiedAccount account, IReadOnlyDictionary<string, Wording>? labels = null)
    {
        ArgumentNullException.ThrowIfNull(account);
        Wording Named(string field) => Label(field) is var label ? label with { Ko = ColumnLabel.Korean(field, label) } : label;
        Wording Label(string field) => labels?.GetValueOrDefault(field) ?? Wording.Same(field);
        var fields = account.Unknown.Select(Named).Select(label => new Wording($"{label.Ko}{KoreanParticle.Object(label.Ko)} 아직 몰라요", $"{label.En} unknown"))
            .Concat(account.Differing.Select(Named).Select(label => new Wording($"{label.Ko}{KoreanParticle.Subject(label.Ko)} 달라요", $"{label.En} differs"))).ToArray();
        return account.State switch
        {
            AccountState.Core => new("핵심", "core"),
            AccountState.Adjacent => new($"핵심과 {Format.Whole(fields.Length)}가지 다름: {string.Join(", ", fields.Select(field => field.Ko))}", $"{(fields.Length == 1 ? "one condition" : "two conditions")} from core: {string.Join(", ", fields.Select(field => field.En))}"),
            AccountState.Regret => new("쉽게 팔리지만 빨리 떠나는 유형", "easily won, soon gone"),
            AccountState.Anti => new("거의 계약하지 않는 유형", "rarely signs"),
            _ => null,
        };
    }

    private static Conjunction Conjunction(PatternLine pattern) => new([.. pattern.Conditions.Select(condition => condition.ToCondition()).OfType<Condition>()]);
}
