using Kindred.Core.Basics;
using Kindred.Core.Conditions;

namespace Kindred.Core.Scorecards;

/// <summary>What people decided before any outcome: the category of each field and, where they have an opinion, its points.</summary>
/// <param name="Lines">One a field.</param>
/// <param name="Shares">Points of the four categories, in the order of <see cref="CardCategory"/>; 100 in all.</param>
public sealed record CardTemplate(IReadOnlyList<TemplateLine> Lines, IReadOnlyList<int> Shares)
{
    /// <summary>30, 25, 25, 20.</summary>
    public static IReadOnlyList<int> DefaultShares { get; } = [30, 25, 25, 20];

    /// <summary>Line of a field, or null.</summary>
    public TemplateLine? Of(string field) => Lines.FirstOrDefault(line => line.Field == field);
}

/// <summary>A field of a template.</summary>
/// <param name="Field">Column name.</param>
/// <param name="Category">Its category.</param>
/// <param name="Points">Most points it gives; null: an equal share of what its category has left.</param>
/// <param name="Values">Values people set points for, the first that holds counts; empty: the order of its bins comes from the data.</param>
/// <param name="Label">Name for people; null: the column name.</param>
public sealed record TemplateLine(string Field, CardCategory Category, int? Points, IReadOnlyList<TemplateValue> Values, Wording? Label = null);

/// <summary>A share of a line's points for some values.</summary>
/// <param name="Condition">On the line's field.</param>
/// <param name="Share">0 to 1 of the line's points.</param>
public sealed record TemplateValue(Condition Condition, double Share);
