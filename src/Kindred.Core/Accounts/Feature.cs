using Kindred.Core.Conditions;
using Kindred.Core.Tables;

namespace Kindred.Core.Accounts;

/// <summary>A column of an as-of table before it is checked.</summary>
/// <param name="Field">Meaning.</param>
/// <param name="Values">One value per decision row.</param>
internal sealed record Feature(Field Field, Column Values);
