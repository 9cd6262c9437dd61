using System.Globalization;
using Kindred.Core.Basics;
using Kindred.Core.Scorecards;

namespace Kindred.Core.Leads;

/// <summary>What is known of one lead, as a card sees it.</summary>
internal sealed class LeadValues
{
    private readonly PlanClass[] _classes;

    private LeadValues(CardPlan plan, PlanClass[] classes, ulong unknown)
    {
        _classes = classes;
        Unknown = unknown;
        Standing = plan.AllLines;
        for (var field = 0; field < classes.Length; field++)
        {
            if (IsKnown(field))
            {
                Points += classes[field].Points;
                Standing &= classes[field].Lines;
            }
        }
    }

    /// <summary>Bit f: field f is not known.</summary>
    internal ulong Unknown { get; }

    /// <summary>Points of the known fields.</summary>
    internal int Points { get; }

    /// <summary>Lines the known fields leave standing.</summary>
    internal uint Standing { get; }

    internal PlanClass this[int field] => _classes[field];

    internal bool IsKnown(int field) => (Unknown >> field & 1) == 0;

    /// <summary>The same lead with another value in one field.</summary>
    internal LeadValues With(CardPlan plan, int field, PlanClass value)
    {
        var classes = _classes.ToArray();
        classes[field] = value;
        return new LeadValues(plan, classes, Unknown & ~(1UL << field));
    }

    /// <summary>Reads values as text. A field that is absent or empty is unknown.</summary>
    internal static Result<LeadValues> Read(CardPlan plan, IReadOnlyDictionary<string, string?> values, string subject)
    {
        var reasons = new List<Reason>();
        foreach (var name in values.Keys.Where(name => !plan.Fields.Any(field => field.Name == name)))
        {
            reasons.Add(LeadChecks.UnknownField(subject, name, [.. plan.Fields.Select(field => field.Name)]));
        }

        var classes = new PlanClass[plan.Fields.Count];
        var unknown = 0UL;
        for (var i = 0; i < classes.Length; i++)
        {
            var field = plan.Fields[i];
            var text = values.GetValueOrDefault(field.Name)?.Trim() ?? "";
            classes[i] = field.Missing;
            if (text.Length == 0)
            {
                unknown |= 1UL << i;
            }
            else if (!field.IsNumber)
            {
                classes[i] = field.Judge(text, field.UsesTags ? ';' : null);
            }
            else if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number))
            {
                classes[i] = field.Judge(number);
            }
            else
            {
                reasons.Add(ScoreChecks.WordInNumber(subject, field.Name, text, ("", "")));
            }
        }

        return reasons.Count > 0 ? Result.Refused<LeadValues>(reasons) : Result.Accepted(new LeadValues(plan, classes, unknown));
    }

    /// <summary>The class of a value as text that was checked before; missing where a number is none.</summary>
    internal static PlanClass Class(PlanField field, string text) => !field.IsNumber ? field.Judge(text, field.UsesTags ? ';' : null)
        : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? field.Judge(number) : field.Missing;

    /// <summary>Takes the values of a row.</summary>
    internal static LeadValues Of(CardPlan plan, PlanColumn[] columns, int row)
    {
        var unknown = 0UL;
        for (var field = 0; field < columns.Length; field++)
        {
            unknown |= columns[field].IsMissing(row) ? 1UL << field : 0;
        }

        return new LeadValues(plan, Array.ConvertAll(columns, column => column.At(row)), unknown);
    }
}
