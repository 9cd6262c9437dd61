using Kindred.Core.Basics;

namespace Kindred.Core.Profiles;

/// <summary>One bank of questions, checklist, template or piece of general knowledge.</summary>
/// <param name="Id">Stable key: <c>decision-maker-interview</c>.</param>
/// <param name="Requirement">Number in the list of requirements: R61.</param>
/// <param name="Kind">questions, checklist, steps, template or knowledge.</param>
/// <param name="Title">Heading.</param>
/// <param name="Items">Entries in order.</param>
public sealed record Bank(string Id, string Requirement, string Kind, Wording Title, IReadOnlyList<BankItem> Items)
{
    /// <summary>The entry with that key, given with or without the bank's own prefix.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public BankItem this[string id] => Items.FirstOrDefault(item => item.Id == id || item.Id == Id + "." + id)
        ?? throw new KeyNotFoundException($"Bank '{Id}' has no item '{id}'.");
}
