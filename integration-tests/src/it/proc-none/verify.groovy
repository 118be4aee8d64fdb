String log = new File(basedir, 'build.log').text
assert log.contains("Cart.java:[") : 'see build.log'
assert log.contains("Weft's annotation processor does not run in this compilation") : 'see build.log'
assert log.contains('-proc:none') : 'see build.log'
assert !new File(basedir, 'target/classes/shop/Cart.class').exists()
