namespace Kindred.Sample;

/// <summary>How often one customer used one feature in one month.</summary>
/// <param name="Customer">Index in <see cref="SampleCompany.Customers"/>.</param>
/// <param name="Month">First day of the month.</param>
/// <param name="Feature">Index in <see cref="Features"/>.</param>
/// <param name="Events">Times used.</param>
/// <param name="Users">People who used it.</param>
public readonly record struct SampleUsage(int Customer, DateOnly Month, int Feature, int Events, int Users)
{
    /// <summary>Feature names; the first is the key feature.</summary>
    public static readonly string[] Features = ["quote_created", "approval_flow", "e_signature", "contract_search", "dashboard"];
}
