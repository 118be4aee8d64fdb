String log = new File(basedir, 'build.log').text
assert log.split('Tests run: 5, Failures: 0, Errors: 0, Skipped: 0(?!,)').length - 1 == 2 : 'see build.log'

// nothing is written of what Lombok has changed, all else is
File plain = new File(basedir, 'lombok-ejected/target/plain/shop')
assert plain.list().toList() == ['Entry.java']
def refusals = log.readLines().findAll { it.contains('cannot be written as plain Java') }
assert refusals.every { it.contains('Account.java:') && it.contains('another processor') } : refusals
assert refusals.size() >= 1
