namespace Kindred.Core.Accounts;

/// <summary>Answers to the questions; null keeps the default.</summary>
/// <param name="WonStages">Stages that mean won.</param>
/// <param name="NewBusiness">Deal types (or pipelines) that mean new business.</param>
public sealed record Answers(IReadOnlyList<string>? WonStages = null, IReadOnlyList<string>? NewBusiness = null)
{
    /// <summary>Nothing answered: all defaults.</summary>
    public static Answers None { get; } = new();
}
