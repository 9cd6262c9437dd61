namespace Kindred.Core.Conditions;

/// <summary>What a field describes. Only <see cref="Company"/> may enter an ICP.</summary>
public enum FieldLevel
{
    /// <summary>The company, knowable before the deal and findable for a stranger: industry, size, region, technology.</summary>
    Company,

    /// <summary>A person: title, department. Goes to personas.</summary>
    Person,

    /// <summary>The deal: type, owner, discount, needs. Goes to the confounding check at most.</summary>
    Deal,

    /// <summary>How it came: source, campaign, partner. Goes to channels.</summary>
    Channel,

    /// <summary>Written after the outcome: loss reason, contract date, onboarding owner. Never used.</summary>
    AfterOutcome,

    /// <summary>A calendar field (day, month): marked, never in an ICP.</summary>
    Calendar,
}
