using Kindred.Core.Basics;

namespace Kindred.Core.Standards;

/// <summary>An entry of an official classification.</summary>
/// <param name="System">Which classification.</param>
/// <param name="Code">Official code, e.g. <c>513210</c>, <c>31-33</c>, <c>C</c>, <c>58222</c>.</param>
/// <param name="Title">Official title. NAICS has English titles only: both languages bear the English one.</param>
public sealed record IndustryCode(IndustrySystem System, string Code, Wording Title);
