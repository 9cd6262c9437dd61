using Kindred.Core.Basics;

namespace Kindred.Core.Accounts;

/// <summary>Units of fields whose unit never changes: a number of employees is people whatever the file.</summary>
public static class FieldUnits
{
    /// <summary>People.</summary>
    public static Wording People { get; } = new("명", "people");

    /// <summary>Unit of a field; null where it has none, or where the data decides (a currency).</summary>
    public static Wording? Of(string field) => field == "employees" ? People : null;
}
