using Kindred.Core.Basics;

namespace Kindred.Core.Conditions;

/// <summary>Labels inside Korean sentences. The header of a column nobody translated is quoted: "'Mood' 값이 glad인 회사", not "Mood이 glad인 회사".</summary>
public static class ColumnLabel
{
    /// <summary>The label, quoted where it is a column's own header.</summary>
    /// <param name="field">Name of the field.</param>
    /// <param name="label">Its label.</param>
    public static string Korean(string field, Wording label)
    {
        ArgumentNullException.ThrowIfNull(label);
        return IsHeader(field, label) ? "'" + label.Ko + "' 값" : label.Ko;
    }

    /// <summary>Whether a label is a column's own header.</summary>
    public static bool IsHeader(string field, Wording label)
    {
        ArgumentNullException.ThrowIfNull(label);
        return label.Ko == label.En && label.Ko == field;
    }
}
