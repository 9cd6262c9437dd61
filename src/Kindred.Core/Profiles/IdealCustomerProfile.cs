using Kindred.Core.Basics;
using Kindred.Core.Conditions;
using Kindred.Core.Patterns;
using Kindred.Statistics.MultipleTesting;

namespace Kindred.Core.Profiles;

/// <summary>The ICP of one product: a company-level condition table with the evidence of each line. Versions never change once written.</summary>
public sealed record IdealCustomerProfile
{
    /// <summary>1, 2, ….</summary>
    public int Version { get; init; } = 1;

    /// <summary>Name the team gives it.</summary>
    public required Wording Name { get; init; }

    /// <summary>The day the data speaks for.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>Seed of everything random.</summary>
    public required long Seed { get; init; }

    /// <summary>What the data allows one to say.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>Why that verdict, in plain words.</summary>
    public required Wording Why { get; init; }

    /// <summary>The sentence that heads the page.</summary>
    public required Wording Sentence { get; init; }

    /// <summary>Meaning of the fields.</summary>
    public required IReadOnlyList<Field> Fields { get; init; }

    /// <summary>What was asked: "계약했어요 / signed", or a column and its value.</summary>
    public required Wording Outcome { get; init; }

    /// <summary>Closed new-business deals won and lost (rows of the question who buys).</summary>
    public required (int Positive, int Negative) Outcomes { get; init; }

    /// <summary>Smallest differences that would have been found.</summary>
    public required IReadOnlyList<FindableUplift> Power { get; init; }

    /// <summary>The core; null unless something held up.</summary>
    public ProfilePattern? Core { get; init; }

    /// <summary>At most five things to test first, strongest first.</summary>
    public IReadOnlyList<ProfilePattern> Hypotheses { get; init; } = [];

    /// <summary>Easily sold, soon gone.</summary>
    public IReadOnlyList<ProfilePattern> Regret { get; init; } = [];

    /// <summary>Rarely buys.</summary>
    public IReadOnlyList<ProfilePattern> Anti { get; init; } = [];

    /// <summary>Stays when won, but is not won more often.</summary>
    public IReadOnlyList<ProfilePattern> TryHarder { get; init; } = [];

    /// <summary>Every pattern looked at, for the evidence page.</summary>
    public IReadOnlyList<ProfilePattern> Patterns { get; init; } = [];

    /// <summary>Lines of the forms with their origin.</summary>
    public IReadOnlyList<Clause> Clauses { get; init; } = [];

    /// <summary>Core against the rest.</summary>
    public IReadOnlyList<Comparison> Comparisons { get; init; } = [];

    /// <summary>What a careful colleague would look at.</summary>
    public IReadOnlyList<LintWarning> Lint { get; init; } = [];

    /// <summary>Who has agreed to this version.</summary>
    public IReadOnlyList<SignOff> SignOffs { get; init; } = [];
}

/// <summary>A role's agreement: roles are data.</summary>
/// <param name="Role">sales, marketing, product, customer-success.</param>
/// <param name="By">Who.</param>
/// <param name="On">When.</param>
public sealed record SignOff(string Role, string By, DateOnly On);
