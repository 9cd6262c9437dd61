using Kindred.Core.Accounts;
using Kindred.Core.Conditions;

namespace Kindred.Core.Patterns;

/// <summary>Screens and proves an as-of table: only company-level fields are searched, owner, channel and quarter are held against what is found.</summary>
public static class ProveView
{
    /// <summary>Runs the proof of a view.</summary>
    public static (FieldScreening Screening, ProofResult Proof) Run(AsOfView view, ProofOptions options, IProgress<double>? progress = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(options);
        var table = view.Table;
        string[] company = [.. FieldsOf(table)];
        var hasBoth = table.Positive.Contains((byte)1) && table.Positive.Contains((byte)0);
        if (!hasBoth)
        {
            return (new FieldScreening(company, table.Dropped, [], []), new ProofResult([], Verdict.Insufficient, [], [], 0, 0));
        }

        var screening = FieldScreening.Of(table.Table, company, table.Positive, options.Seed);
        var proof = ProvePatterns.Run(
            new ProofRequest(table.Table, screening.Kept, table.Positive, table.Accounts, table.Dates, view.Confounders.Columns), options with { WithPlaceholders = false }, progress, cancel);
        return (screening with { Dropped = [.. table.Dropped, .. screening.Dropped] }, proof);
    }

    /// <summary>The company-level fields that say something of their own. Where a sector brings the spellings of an industry together, the spellings only repeat it in pieces; likewise the list of all technologies, where each kind of technology has a field.</summary>
    public static IEnumerable<string> FieldsOf(AsOfTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        var hasSector = table.Fields.Any(field => field.Name == "sector");
        var hasKinds = table.Fields.Any(field => field.Name.StartsWith("technology: ", StringComparison.Ordinal));
        return table.Fields
            .Where(field => field.Level == FieldLevel.Company && !(hasSector && field.Name == "industry") && !(hasKinds && field.Name == "technologies"))
            .Select(field => field.Name);
    }
}
